import { pino } from "pino";

/** What every room may say; structured facts first, the sentence second. Never a token or a person's data. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** JSON lines on standard error, so that a command's answer on standard output stays clean. */
export function openLog(level: string): Log {
  return pino({ level, redact: ["token", "*.token", "accessToken", "*.accessToken"] }, pino.destination(2));
}

export const quietLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
