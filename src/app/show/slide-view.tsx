// A slide as it is seen: in the projector's window, and small in the presenter's.
import { useEffect, useRef } from "preact/hooks";
import { groupLines, type LineGroup } from "../../report/slide-lines.ts";
import type { Said, Slide } from "../../report/slides.ts";
import { DimensionShape } from "../../ui/dimension-mark.tsx";
import "../../report/slides.css";

export type SlideViewProps = {
  readonly slide: Slide;
  readonly lang: string;
  readonly name: string;
  /** "3/12" */
  readonly place: string;
  /** The window's own heading takes the focus when the slide changes, so that it is read out. */
  readonly isMain?: boolean;
};

const spoken = ({ lang }: Said) => ({ lang, dir: "auto" as const });

export const SlideView = ({ slide, lang, name, place, isMain = false }: SlideViewProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isMain) heading.current?.focus({ preventScroll: true });
  }, [isMain, slide.id]);
  const { kind, title, dimension, size, lines, part } = slide;
  const words = (
    <>
      {dimension > 0 && `${dimension} `}
      {title.text}
    </>
  );
  const titled = isMain ? (
    <h1
      ref={heading}
      tabIndex={-1}
      class={kind === "title" ? "unseen" : undefined}
      {...spoken(title)}
    >
      {words}
    </h1>
  ) : (
    <p class={kind === "title" ? "unseen" : "slide-heading"} {...spoken(title)}>
      {words}
    </p>
  );
  return (
    <section
      class={`slide slide-${kind}`}
      lang={lang}
      data-dimension={dimension > 0 ? dimension : undefined}
    >
      {kind === "title" ? (
        <div>{titled}</div>
      ) : (
        <header class="slide-head">
          {dimension > 0 && <DimensionShape number={dimension} />}
          {titled}
          {part !== undefined && <span class="slide-part">{part}</span>}
        </header>
      )}
      <div class={`slide-body slide-size-${size}`}>
        {groupLines(lines).map((group, at) => (
          <Group key={at} group={group} />
        ))}
      </div>
      <footer class="slide-foot">
        <span class="slide-name">{kind === "title" ? "" : name}</span>
        <span>{place}</span>
      </footer>
    </section>
  );
};

const Group = ({ group }: { readonly group: LineGroup }) => {
  if ("items" in group) {
    return (
      <ul class="slide-items">
        {group.items.map(({ said, side }) => (
          <li key={said.text}>
            <span {...spoken(said)}>{said.text}</span>
            {side !== undefined && <span class="slide-side">{side}</span>}
          </li>
        ))}
      </ul>
    );
  }
  const { line } = group;
  if ("name" in line) {
    return (
      <p class={`slide-${line.kind}`}>
        <b>{line.name}</b> <span>{line.side}</span>
      </p>
    );
  }
  if (line.kind === "quote") {
    return (
      <blockquote class="slide-quote" {...spoken(line.said)}>
        {line.said.text}
      </blockquote>
    );
  }
  return (
    <p class={`slide-${line.kind}`} {...spoken(line.said)}>
      {line.said.text}
    </p>
  );
};
