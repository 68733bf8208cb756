import type { Command } from "commander";
import type { CommandContext } from "../../command-context.ts";

const details = `
Signatures and keys are those of minisign (https://jedisct1.github.io/minisign/), without a password on the secret key:
each program verifies what the other one signed.

Examples:
  $ metaction kb keygen -s release.key -p release.pub
  $ metaction kb sign knowledgebase.json -s release.key       # writes knowledgebase.json.minisig
  $ metaction kb verify knowledgebase.json -p release.pub
  $ minisign -V -m knowledgebase.json -p release.pub          # says the same`;

/** `metaction kb keygen`, `kb sign` and `kb verify`: who made a built file. */
export function addKbSign(kb: Command, context: CommandContext): void {
  kb.command("keygen")
    .summary("make a key pair for signing releases")
    .requiredOption("-s, --secret-key <file>", "where to write the secret key")
    .requiredOption("-p, --public-key <file>", "where to write the public key")
    .addHelpText("after", details)
    .action(async (options: { publicKey: string; secretKey: string }) => {
      const { makeKeys } = await import("../../kb/sign-kb.ts");
      await makeKeys(options, context.terminal);
    });

  kb.command("sign")
    .summary("sign a built file, as minisign does")
    .argument("<file>", "file of kb build")
    .requiredOption("-s, --secret-key <file>", "secret key without a password")
    .option("-o, --output <file>", "where to write the signature; default: <file>.minisig")
    .option("--comment <text>", "trusted comment; default: version and digest of the content")
    .addHelpText("after", details)
    .action(
      async (file: string, options: { secretKey: string; output?: string; comment?: string }) => {
        const { signFile } = await import("../../kb/sign-kb.ts");
        await signFile(file, options, context.terminal);
      },
    );

  kb.command("verify")
    .summary("check the signature of a built file")
    .argument("<file>", "file of kb build")
    .requiredOption("-p, --public-key <file>", "public key file, or the key itself")
    .option("-x, --signature <file>", "the signature; default: <file>.minisig")
    .addHelpText("after", `${details}\n\nExit codes: 0 it holds, 4 it does not.`)
    .action(async (file: string, options: { publicKey: string; signature?: string }) => {
      const { verifyFile } = await import("../../kb/sign-kb.ts");
      await verifyFile(file, options, context.terminal);
    });
}
