import type { LesionChange } from "../../report/compare-lesion-tables.ts";

/** `gained alteration PIK3CA H1047R: primary-only, called in colon-2023` */
export function formatLesionChange({ of, kind, label, text }: LesionChange): string {
  return `${kind} ${of} ${label}: ${text}`;
}
