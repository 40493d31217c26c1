// The accessibility statement as data: `accessibility.json` beside the app, filled in by whoever offers the service.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt } from "../../base/result.ts";
import { Day, localized, text, z } from "../../domain/schema.ts";

const line = z.nullable(text(300));

export const Statement = z.readonly(
  z.strictObject({
    organisation: line,
    /** Who handles feedback. */
    unit: line,
    email: z.nullable(z.string().check(z.regex(/^[^\s@?&]+@[^\s@?&]+$/), z.maxLength(200))),
    phone: line,
    conformity: z.enum(["full", "most", "none", "unknown"]),
    assessedBy: z.nullable(z.enum(["self", "external"])),
    made: z.nullable(Day),
    updated: z.nullable(Day),
    issues: z.readonly(
      z
        .array(
          z.readonly(
            z.strictObject({
              /** Number of the success criterion, as in `1.4.10`. */
              criterion: text(20),
              what: localized(1_000),
              plan: z.nullable(localized(1_000)),
            }),
          ),
        )
        .check(z.maxLength(50)),
    ),
    authority: z.readonly(z.strictObject({ name: localized(200), web: line, phone: line })),
  }),
);
export type Statement = z.infer<typeof Statement>;

export type StatementModel = {
  readonly statement: ReadonlySignal<Statement | "loading" | "unreadable">;
  /** What the person writes; it leaves the device only in their own mail or by hand. */
  readonly feedback: ReadonlySignal<string>;
  readonly write: (feedback: string) => void;
  readonly load: () => Promise<void>;
};

/** `read` gives the parsed JSON of the file, or rejects where it cannot be had. */
export const createStatementModel = (read: () => Promise<unknown>): StatementModel => {
  const statement = signal<Statement | "loading" | "unreadable">("loading");
  const feedback = signal("");
  return {
    statement,
    feedback,
    write: (words) => {
      feedback.value = words;
    },
    load: async () => {
      const got = await attempt(read, () => ({ type: "statement-missing" }) as const);
      const parsed = got.ok ? Statement.safeParse(got.value) : undefined;
      statement.value = parsed?.success ? parsed.data : "unreadable";
    },
  };
};
