/** The preview's own server. Every call answers JSON, or throws its message. */
export const api = {
  get: <Answer>(path: string) => call<Answer>("GET", path),
  post: <Answer>(path: string, body: object) => call<Answer>("POST", path, body),
  put: <Answer>(path: string, body: object) => call<Answer>("PUT", path, body),
  patch: <Answer>(path: string, body: object) => call<Answer>("PATCH", path, body),
  delete: (path: string) => call<null>("DELETE", path),
};

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === "" ? null : JSON.parse(text);
  if (!response.ok) throw new Error((answer as { message?: string } | null)?.message ?? `${response.status} ${path}`);
  return answer as Answer;
}
