import { basename } from "node:path";
import { makeSigningKey } from "../../io/make-signing-key.ts";
import { readBytes, readText } from "../../io/read-files.ts";
import { checkOutput, writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import { readBuiltFile } from "../../knowledgebase/load/built-file.ts";
import {
  formatPublicKey,
  formatSecretKey,
  readPublicKey,
  readSecretKey,
  showKeyId,
  signBytes,
  verifyBytes,
} from "../../knowledgebase/load/minisign.ts";
import { refuse } from "../../model/refusal.ts";
import { checkReplacing } from "../check-overwrites.ts";
import { type Terminal, visible } from "../terminal.ts";

/** Makes a key pair; existing files are never replaced, and only the owner may read the secret one. */
export async function makeKeys(
  options: { publicKey: string; secretKey: string },
  terminal: Terminal,
): Promise<void> {
  const { publicKey, secretKey } = options;
  for (const path of [publicKey, secretKey]) await checkOutput(path, { noClobber: true });
  const made = makeSigningKey();
  const pair = { id: made.id, key: made.publicKey };
  await writeFileAtomic(secretKey, formatSecretKey(made), { noClobber: true, mode: 0o600 });
  await writeFileAtomic(publicKey, formatPublicKey(pair), { noClobber: true });
  terminal.stderr.write(
    `${secretKey}: secret key without a password; keep it where only the releaser can read it\n${publicKey}: public key ${showKeyId(made.id)}; publish it\n`,
  );
}

/** Signs a built file. The trusted comment names version and digest of the content, so that it can be read without the file. */
export async function signFile(
  path: string,
  options: { secretKey: string; output?: string; comment?: string },
  terminal: Terminal,
): Promise<void> {
  const output = options.output ?? `${path}.minisig`;
  await checkReplacing(output, [path, options.secretKey]);
  const secret = readSecretKey(await readText(options.secretKey), basename(options.secretKey));
  const data = await readBytes(path);
  const { content, sha256 } = readBuiltFile(data, basename(path));
  const facts = `metaction knowledgebase ${content.manifest.version} sha256 ${sha256}`;
  const comment = options.comment ?? facts;
  if (/[\r\n]/.test(comment)) {
    throw refuse("usage", "trusted-comment", "--comment is more than one line");
  }
  await writeFileAtomic(output, signBytes(data, secret, comment), { noClobber: false });
  terminal.stderr.write(
    `${visible(output)}: signed by the key ${showKeyId(secret.id)}: ${visible(comment)}\n`,
  );
}

/** Prints the trusted comment of a signature that holds. Refusal (exit 4) when it does not. */
export async function verifyFile(
  path: string,
  options: { publicKey: string; signature?: string },
  terminal: Terminal,
): Promise<void> {
  const signature = options.signature ?? `${path}.minisig`;
  const isInline = /^[A-Za-z0-9+/]{56}$/.test(options.publicKey);
  const key = isInline ? options.publicKey : await readText(options.publicKey);
  const publicKey = readPublicKey(key, isInline ? "--public-key" : basename(options.publicKey));
  const data = await readBytes(path);
  const comment = verifyBytes(data, await readText(signature), publicKey, basename(signature));
  await writeToStream(
    terminal.stdout,
    `${visible(path)}: signature by the key ${showKeyId(publicKey.id)} holds: ${visible(comment)}\n`,
  );
}
