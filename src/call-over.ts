import type { Call } from "./seed/index.ts";

/** Calls an API of HubSpot's shape with a token, as a person's own tool does. */
export function callOver(url: string, token: string): Call {
  return async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : undefined;
    if (response.ok) return answer;
    throw Object.assign(new Error(`${method} ${path} answered ${response.status}`), {
      status: response.status,
      body: answer,
    });
  };
}
