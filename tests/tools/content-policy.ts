// The content policy that travels inside the built page, so that it holds on any web space. The hub sends the same as
// a header, with `frame-ancestors` added, which a page cannot say for itself.
import type { Plugin } from "vite";

export const contentPolicy = [
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
  "require-trusted-types-for 'script'",
  "trusted-types sw-url",
].join("; ");

/** Writes the policy into the built page, before anything it governs. Development needs inline scripts, so not there. */
export const contentPolicyPlugin = (): Plugin => ({
  name: "content-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: contentPolicy },
      injectTo: "head-prepend",
    },
  ],
});
