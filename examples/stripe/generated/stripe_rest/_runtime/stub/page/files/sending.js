// A request as the stub has composed it, sent from here.

const BODILESS = ["GET", "HEAD"];
const TEXTUAL = /json|text|xml|javascript|urlencoded/;
const MOST_TEXT = 5_000_000;

/** Send a request: {status, headers, text | bytes, type, milliseconds}, or {failed}. */
export async function send(request, files) {
  const headers = { ...request.headers };
  const forget = takeCookies(headers);
  const body = bodyOf(request, files);
  const began = performance.now();
  try {
    const response = await fetch(request.target, {
      method: request.method,
      headers,
      body,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual",
    });
    const content = new Uint8Array(await response.arrayBuffer());
    const milliseconds = Math.round((performance.now() - began) * 10) / 10;
    return read(response, content, milliseconds);
  } catch {
    const milliseconds = Math.round(performance.now() - began);
    return { failed: `The connection ended without a whole answer, after ${milliseconds} ms.` };
  } finally {
    forget();
  }
}

function read(response, content, milliseconds) {
  const type = response.headers.get("content-type") ?? "";
  const isText = (TEXTUAL.test(type) || !type) && content.length <= MOST_TEXT;
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    type,
    size: content.length,
    text: isText ? new TextDecoder().decode(content) : null,
    bytes: isText ? null : content,
    milliseconds,
  };
}

function bodyOf(request, files) {
  if (BODILESS.includes(request.method)) return undefined;
  if (request.file) return files[request.file]?.[0];
  if (!request.parts.length) return request.body ?? undefined;
  const form = new FormData();
  for (const part of request.parts) {
    if (part.argument === undefined) form.append(part.name, part.text ?? "");
    else if (files[part.argument]) form.append(part.name, files[part.argument][part.place ?? 0], part.filename);
  }
  return form;
}

// A script may not write the header, but the cookies that it is made of; they last as long as the request.
function takeCookies(headers) {
  const names = [];
  for (const pair of (headers.cookie ?? "").split("; ").filter(Boolean)) {
    document.cookie = `${pair}; path=/; SameSite=Strict`;
    names.push(pair.split("=")[0]);
  }
  delete headers.cookie;
  return () => {
    for (const name of names) document.cookie = `${name}=; path=/; max-age=0; SameSite=Strict`;
  };
}
