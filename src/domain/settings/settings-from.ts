import { z } from "zod";
import { Problem } from "../problem.ts";
import { settingsSchema, type Settings } from "./settings.ts";

export const defaultSettings: Settings = settingsSchema.parse({});

/**
 * Checks settings that a person has filled in; what they left out has its default.
 * @throws Problem `invalid-input` with one entry for each wrong field, by its path (`leadDays.a`)
 */
export function settingsFrom(input: unknown): Settings {
  const result = settingsSchema.safeParse(input);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new Problem("invalid-input", `The settings have mistakes: ${fields.map(said).join("; ")}`, {
    words: {
      en: `The settings have mistakes: ${fields.map(said).join("; ")}`,
      ar: `في الإعدادات أخطاء في الحقول: ${fields.map(({ path }) => path).join("، ")}`,
    },
    fields,
    cause: new z.ZodError(result.error.issues),
  });
}

/**
 * Reads the settings as the framework record keeps them (`settings`, JSON); no record or an empty one means the defaults.
 * @throws Problem `invalid-input` when the text is no JSON or a field is wrong
 */
export function settingsFromText(text: string | null | undefined): Settings {
  if (!text?.trim()) return defaultSettings;
  return settingsFrom(parseJson(text));
}

/** The text that the framework record keeps. */
export function settingsToText(settings: Settings): string {
  return JSON.stringify(settings);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem("invalid-input", "The settings of this portal are no valid JSON. Save them again in Settings.", {
      words: {
        en: "The settings of this portal cannot be read. Save them again in Settings.",
        ar: "تعذّرت قراءة إعدادات هذا الحساب. احفظها من جديد في صفحة الإعدادات.",
      },
      fields: [{ path: "settings", message: "Must be JSON" }],
      cause,
    });
  }
}

function said({ path, message }: { path: string; message: string }): string {
  return path ? `${path}: ${message}` : message;
}
