import { Problem, type FieldProblem, type ProblemCode, type Words } from "@keyline/domain";

/** One of the errors in an error body or in a batch answer (spec: StandardError, ErrorDetail). */
export interface HubSpotError {
  message?: string;
  category?: string;
  subCategory?: unknown;
  correlationId?: string;
  policyName?: string;
  errorType?: string;
  context?: Record<string, unknown>;
  errors?: ErrorDetail[];
}

interface ErrorDetail {
  message?: string;
  code?: string;
  error?: string;
  in?: string;
  name?: string;
  context?: Record<string, unknown>;
}

/** HubSpot's refusal as a Problem: its code by status, its reasons by property in `fields`, the scopes that lack in `found`. */
export function problemFrom(status: number, body: HubSpotError, retryAfterMs?: number): Problem {
  const code = codeFor(status, body);
  const fields = fieldsOf(body);
  const said = fields.length > 0 ? fields.map((field) => field.message).join(" ") : (body.message ?? "");
  const words = wordsFor(code, said);
  return new Problem(code, `HubSpot answered ${status}: ${body.message ?? "no reason given"}`, {
    fields,
    ...(words && { words }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(code === "missing-scope" && { found: { scopes: missingScopes(body) } }),
    cause: body,
  });
}

/** For one entry of a batch answer's `errors`: it carries a category instead of a status. */
export function problemFromEntry(entry: HubSpotError): Problem {
  return problemFrom(statusOfCategory(entry.category), entry);
}

export function wordsFor(code: ProblemCode, said: string): Words | undefined {
  switch (code) {
    case "refused":
      return { en: `HubSpot did not accept this: ${said}`, ar: `لم يقبل HubSpot هذا: ${said}` };
    case "not-installed":
      return {
        en: "Keyline is not connected to this HubSpot account. Ask an administrator to install it again.",
        ar: "‏Keyline غير متصل بحساب HubSpot هذا. اطلب من المسؤول تثبيته من جديد.",
      };
    case "missing-scope":
    case "no-permission":
      return {
        en: "Keyline lacks a permission in this HubSpot account. Ask an administrator to grant it.",
        ar: "تنقص Keyline صلاحية في حساب HubSpot هذا. اطلب من المسؤول منحها.",
      };
    case "not-provisioned":
      return {
        en: "Keyline is not set up in this HubSpot account yet. Ask an administrator to run the set-up.",
        ar: "لم يُجهَّز Keyline في حساب HubSpot هذا بعد. اطلب من المسؤول تشغيل الإعداد.",
      };
    case "not-found":
      return { en: "HubSpot no longer has this record.", ar: "لم يعد هذا السجل موجودًا في HubSpot." };
    case "conflict":
      return {
        en: `Someone else has changed this or it exists already: ${said}`,
        ar: `غيّر شخص آخر هذا أو أنه موجود من قبل: ${said}`,
      };
    case "rate-limited":
      return {
        en: "HubSpot is busy for this account. Try again in a moment.",
        ar: "‏HubSpot مشغول لهذا الحساب. حاول بعد لحظات.",
      };
    case "unavailable":
      return {
        en: "HubSpot does not answer right now. Try again in a moment.",
        ar: "لا يجيب HubSpot الآن. حاول بعد لحظات.",
      };
    default:
      return undefined;
  }
}

function codeFor(status: number, body: HubSpotError): ProblemCode {
  // An object type that the portal does not have is no 404 but this sentence.
  if (body.message?.startsWith("Unable to infer object type")) return "not-provisioned";
  if (status === 401) return "not-installed";
  if (status === 403) return body.category === "MISSING_SCOPES" ? "missing-scope" : "no-permission";
  if (status === 404) return "not-found";
  if (status === 409) return "conflict";
  if (status === 429) return "rate-limited";
  const isPassing = status >= 500 || status === 408 || status === 423 || status === 477;
  return isPassing ? "unavailable" : "refused";
}

function statusOfCategory(category: string | undefined): number {
  switch (category) {
    case "OBJECT_NOT_FOUND":
      return 404;
    case "CONFLICT":
      return 409;
    case "MISSING_SCOPES":
    case "BANNED":
      return 403;
    case "RATE_LIMITS":
      return 429;
    default:
      return 400;
  }
}

/** Reasons by property, from wherever HubSpot puts them: `errors[].context`, `errors[].in`, or JSON inside the message. */
function fieldsOf(body: HubSpotError): FieldProblem[] {
  const details = [...(body.errors ?? []), ...detailsInMessage(body.message)];
  const fields = details.flatMap((detail) => {
    const path = detail.name ?? textOf(detail.context?.["propertyName"]) ?? detail.in;
    const message = withoutDetails(detail.message ?? detail.code ?? detail.error ?? "");
    return path ? [{ path, message }] : [];
  });
  if (fields.length > 0) return uniqueByPath(fields);
  const named = textOf(body.context?.["propertyName"]);
  return named ? [{ path: named, message: withoutDetails(body.message ?? "") }] : [];
}

/** HubSpot's older answers: `Property values were not valid: [{"isValid":false,"message":…,"error":…,"name":…}]`. */
function detailsInMessage(message: string | undefined): ErrorDetail[] {
  const start = message?.indexOf("[{") ?? -1;
  if (!message || start < 0) return [];
  try {
    return JSON.parse(message.slice(start)) as ErrorDetail[];
  } catch {
    return []; // Not JSON after all; the message itself is kept.
  }
}

function withoutDetails(message: string): string {
  const start = message.indexOf(": [{");
  return start < 0 ? message : message.slice(0, start);
}

function uniqueByPath(fields: FieldProblem[]): FieldProblem[] {
  return [...new Map(fields.map((field) => [field.path, field])).values()];
}

function missingScopes(body: HubSpotError): string[] {
  const contexts = [body.context, ...(body.errors ?? []).map((detail) => detail.context)];
  return contexts.flatMap((context) => {
    const scopes = context?.["requiredGranularScopes"] ?? context?.["missingScopes"] ?? context?.["requiredScopes"];
    return Array.isArray(scopes) ? scopes.map(String) : [];
  });
}

function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first : undefined;
}
