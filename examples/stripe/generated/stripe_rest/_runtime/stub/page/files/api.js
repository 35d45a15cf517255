// The control API, and what every call of it needs. All of this is in memory, and gone with the page.

export const settings = { credentials: {}, token: "", namespace: "" };

/** What the control API refuses: a message, and problems with their places. */
export class Refused extends Error {
  constructor(status, message, problems = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

let askForToken = async () => false;

/** Say who asks for the token; that answers whether there is another one to try. */
export function onTokenWanted(ask) {
  askForToken = ask;
}

/** Call the control API; answers with JSON. */
export async function control(method, path, { body, query, tenantless } = {}) {
  for (;;) {
    const response = await once(method, path, body, query, tenantless);
    if (response.status !== 401 || !(await askForToken())) return read(response);
  }
}

async function once(method, path, body, query, everywhere) {
  const headers = {};
  if (settings.token) headers.Authorization = `Bearer ${settings.token}`;
  if (settings.namespace && !everywhere) headers["X-Stub-Namespace"] = settings.namespace;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== "");
  const search = asked.length ? `?${new URLSearchParams(asked)}` : "";
  try {
    return await fetch(`/_stub/${path}${search}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
    });
  } catch {
    throw new Refused(0, "The stub does not answer. Is it still running?");
  }
}

async function read(response) {
  const text = await response.text();
  let content = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch {
    throw new Refused(response.status, text.slice(0, 500));
  }
  if (response.ok) return content;
  throw new Refused(response.status, content?.message ?? text.slice(0, 500), content?.problems ?? []);
}

/** Part of a path. */
export const part = encodeURIComponent;
