import { refuse, type Refusal } from "../model/refusal.ts";

/** How the text of an input is stored. */
export type Content = "plain" | "gzip" | "BGZF";

/** Bytes that `detectContent` wants to see, where the input has as many. */
export const contentHeadSize = 512;

/**
 * Tells from the first bytes, never from the name, how an input is stored. Throws Refusal "input" for what
 * is known and not read: it says what the file is and which command converts it.
 */
export function detectContent(head: Uint8Array, name: string): Content {
  if (head.length === 0) {
    throw refuse("input", "file-empty", `${name} is empty`, { where: { file: name, line: 1 } });
  }
  if (startsWith(head, [0x1f, 0x8b])) return isBgzfHeader(head) ? "BGZF" : "gzip";
  const other = findUnread(head);
  if (other !== null) throw convertFirst(name, other);
  return "plain";
}

/** Refuses inflated bytes that are not text but one more container. */
export function checkInflated(head: Uint8Array, name: string): void {
  if (startsWith(head, [0x1f, 0x8b])) {
    throw convertFirst(name, {
      code: "content-gzip-in-gzip",
      what: "gzip inside gzip",
      command: "gzip -dc FILE > FILE.once.gz",
    });
  }
  const other = findUnread(head);
  if (other !== null) throw convertFirst(name, other);
}

/** What the bytes are, where that is known and not read. A byte order mark of UTF-32 begins as one of UTF-16. */
function findUnread(head: Uint8Array): Unread | null {
  if (isWorkbook(head)) return workbook;
  const container = containers.find(({ magic }) => startsWith(head, magic));
  if (container !== undefined) return container;
  if (isUtf32(head)) return utf32;
  if (isUtf16(head)) return utf16;
  return isZlib(head) ? zlib : null;
}

interface Unread {
  readonly code: string;
  readonly what: string;
  readonly command: string;
}

const containers: readonly (Unread & { readonly magic: readonly number[] })[] = [
  {
    magic: [0x42, 0x43, 0x46],
    code: "content-bcf",
    what: "BCF, the binary form of VCF",
    command: "bcftools view -Oz -o OUT.vcf.gz FILE",
  },
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    code: "content-zip",
    what: "a zip archive",
    command: "unzip FILE",
  },
  {
    magic: [0x50, 0x4b, 0x05, 0x06],
    code: "content-zip",
    what: "an empty zip archive",
    command: "unzip FILE",
  },
  {
    magic: [0x54, 0x42, 0x49, 0x01],
    code: "content-index",
    what: "an index of a BGZF file (.tbi), and not the file itself",
    command: "give the file that the index lies beside",
  },
  {
    magic: [0x43, 0x53, 0x49, 0x01],
    code: "content-index",
    what: "an index of a BGZF file (.csi), and not the file itself",
    command: "give the file that the index lies beside",
  },
  { magic: [0x42, 0x5a, 0x68], code: "content-bzip2", what: "bzip2", command: "bunzip2 FILE" },
  {
    magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
    code: "content-xz",
    what: "xz",
    command: "unxz FILE",
  },
  {
    magic: [0x50, 0x41, 0x52, 0x31],
    code: "content-parquet",
    what: "Parquet",
    command:
      "export the table as TSV or CSV from the program that wrote it, or with R (arrow) or Python (pandas)",
  },
  {
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    code: "content-zstd",
    what: "Zstandard",
    command: "unzstd FILE",
  },
];

const workbook: Unread = {
  code: "content-workbook",
  what: "an Office document, such as a workbook of Excel",
  command: "save the sheet with the table as CSV or tab-separated text, gene names as text",
};

const utf16: Unread = {
  code: "content-utf16",
  what: "UTF-16 text",
  command: "iconv -f UTF-16 -t UTF-8 FILE > OUT",
};

function convertFirst(name: string, { code, what, command }: Unread): Refusal {
  return refuse("input", code, `${name} is ${what}, which is not read`, {
    where: { file: name },
    hint: code === "content-index" ? `Instead ${command}.` : `Convert it first: ${command}`,
  });
}

const utf32: Unread = {
  code: "content-utf32",
  what: "UTF-32 text",
  command: "iconv -f UTF-32 -t UTF-8 FILE > OUT",
};

const zlib: Unread = {
  code: "content-zlib",
  what: "a zlib stream, which is not gzip",
  command: "pigz -dz < FILE > OUT",
};

/** Where a local file header of a zip archive has the name of its first entry (PKWARE's APPNOTE, 4.3.7). */
const zipEntryName = 30;

/** A zip archive whose first entry is a part of Office Open XML, or the compound file of older workbooks. */
function isWorkbook(head: Uint8Array): boolean {
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return true;
  if (!startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return false;
  const entry = Buffer.from(head.subarray(zipEntryName, zipEntryName + 19)).toString("latin1");
  return /^(?:\[Content_Types\]|_rels\/|docProps\/|xl\/)/.test(entry);
}

/** A byte order mark, or text of which three of every four bytes are zero from the start. */
function isUtf32(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe, 0x00, 0x00]) || startsWith(head, [0x00, 0x00, 0xfe, 0xff])) {
    return true;
  }
  const zeros = Array.from(head.subarray(0, 8), (byte) => (byte === 0 ? "0" : "x")).join("");
  return ["x000x000", "000x000x"].includes(zeros);
}

/** A header of RFC 1950 with deflate, whose check bits fit, before bytes that no line of text begins with. */
function isZlib(head: Uint8Array): boolean {
  const [method = 0, flags = 0] = head;
  const isHeader = method === 0x78 && ((method << 8) | flags) % 31 === 0;
  return isHeader && head.some((byte) => byte > 0x7f || byte === 0);
}

/** A byte order mark, or text whose every second byte is zero from the start. */
function isUtf16(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  if (head.length < 4) return false;
  const zeros = [head[0], head[1], head[2], head[3]].map((byte) => (byte === 0 ? "0" : "x"));
  return ["0x0x", "x0x0"].includes(zeros.join(""));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** True for a gzip header with the BC subfield that BGZF requires first (SAM specification, 4.1). */
function isBgzfHeader(head: Uint8Array): boolean {
  return startsWith(head, [0x1f, 0x8b, 0x08, 0x04]) && head[12] === 0x42 && head[13] === 0x43;
}
