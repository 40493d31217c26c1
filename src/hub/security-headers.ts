// What every answer carries, app and API alike. No unsafe-anything: the app runs under Trusted Types.

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types sw-url",
].join("; ");

const headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
} as const;

/** Asked by the proxy in front, too: the hub itself speaks plain HTTP. */
const isHttps = (request: Request): boolean =>
  new URL(request.url).protocol === "https:" ||
  request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";

/** Changes the answer's headers in place. HTTPS promises are made over HTTPS alone: loopback has none to keep. */
export const secure = (request: Request, response: Response): Response => {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  const https = isHttps(request);
  const csp = https ? `${policy}; upgrade-insecure-requests` : policy;
  response.headers.set("content-security-policy", csp);
  if (https) {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
};
