// The frame of a screen: one h1, which takes focus when the screen is new, so that readers and keyboards start there.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Namespace } from "../i18n/resources.ts";
import { useTexts } from "./use-texts.ts";
import "./page.css";

export type PageProps = {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** The reading column, or the full width for tables and matrices. */
  readonly width?: "column" | "full";
  /** Where the words come from: marked as English when a draft language lacks them. */
  readonly namespace?: Namespace;
  /** Leaves focus where it is: for a screen whose first field takes it. */
  readonly keepFocus?: boolean;
  readonly children: ComponentChildren;
};

export const Page = ({
  title,
  lead,
  width = "column",
  namespace,
  keepFocus,
  children,
}: PageProps) => {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!keepFocus) heading.current?.focus({ preventScroll: true });
  }, [keepFocus]);
  const spoken = namespace ? texts.spoken(namespace) : texts.language();
  return (
    <div class={`page page-${width}`} lang={spoken.code} dir={spoken.dir}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  );
};

export const Section = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) => (
  <section class="section">
    <h2>{title}</h2>
    {children}
  </section>
);
