import type { Renderer } from "./renderer.ts";
import { toSortedJson } from "./sorted-json.ts";

/** The report itself. */
export const json: Renderer = {
  id: "json",
  title: "JSON, for programs; see metaction schema report",
  extension: ".json",
  mediaType: "application/json",
  render: toSortedJson,
};
