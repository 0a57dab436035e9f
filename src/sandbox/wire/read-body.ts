import type { IncomingMessage } from "node:http";
import { invalid, Refusal } from "./refusal.ts";

const MAX_BYTES = 20 * 1024 * 1024;

/** The whole body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Refusal(413, "Request body is too large", { category: "VALIDATION_ERROR" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** JSON, or a form for the OAuth calls; HubSpot takes nothing else. */
export function parseBody(text: string, contentType: string | undefined): unknown {
  if (text === "") return undefined;
  const kind = contentType?.split(";")[0]?.trim().toLowerCase();
  if (kind === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(text));
  if (kind !== "application/json") {
    throw new Refusal(415, `Unsupported media type: ${kind ?? "none"}`, { category: "VALIDATION_ERROR" });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`Invalid input JSON on line 1, column 1: ${(cause as Error).message}`);
  }
}
