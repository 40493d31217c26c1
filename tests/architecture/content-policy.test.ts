// Two places send the content policy, the page itself and the hub. They must not drift apart.
import { expect, test } from "vitest";
import { secure } from "../../src/hub/security-headers.ts";
import { contentPolicy } from "../tools/content-policy.ts";

test("says the same in the page as the hub says in its header, but for framing", () => {
  const answer = secure(new Request("http://127.0.0.1/"), new Response());
  const sent = answer.headers.get("content-security-policy")?.split("; ") ?? [];
  expect(sent).toContain("frame-ancestors 'none'");
  expect(sent.filter((rule) => !rule.startsWith("frame-ancestors"))).toEqual(
    contentPolicy.split("; "),
  );
});

test("lets nothing unsafe through and demands trusted types", () => {
  expect(contentPolicy).not.toMatch(/unsafe|\*|https?:/);
  expect(contentPolicy).toContain("require-trusted-types-for 'script'");
});
