// A slide as it is seen: in the projector's window, and small in the presenter's.
import type { ComponentChildren, Ref } from "preact";
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
  const focus = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isMain) focus.current?.focus({ preventScroll: true });
  }, [isMain, slide.id]);
  const { kind, title, dimension, size, lines, part } = slide;
  const words = (
    <>
      {dimension > 0 && `${dimension} `}
      {title.text}
    </>
  );
  const heading = { isMain, focus };
  return (
    <section
      class={`slide slide-${kind}`}
      lang={lang}
      data-dimension={dimension > 0 ? dimension : undefined}
    >
      {kind === "title" ? (
        <div />
      ) : (
        <header class="slide-head">
          {dimension > 0 && <DimensionShape number={dimension} />}
          <Heading {...heading} class="slide-heading" said={title}>
            {words}
          </Heading>
          {part !== undefined && <span class="slide-part">{part}</span>}
        </header>
      )}
      <div class={`slide-body slide-size-${size}`}>
        {groupLines(lines).map((group, at) =>
          kind === "title" && at === 0 && "line" in group && "said" in group.line ? (
            <Heading key={at} {...heading} class="slide-statement" said={group.line.said}>
              {group.line.said.text}
            </Heading>
          ) : (
            <Group key={at} group={group} />
          ),
        )}
      </div>
      <footer class="slide-foot">
        <span class="slide-name">{kind === "title" ? "" : name}</span>
        <span>{place}</span>
      </footer>
    </section>
  );
};

/** A heading in the window on the wall; in the presenter's, which has its own, a line that looks the same. */
const Heading = (props: {
  readonly isMain: boolean;
  readonly focus: Ref<HTMLHeadingElement>;
  readonly class: string;
  readonly said: Said;
  readonly children: ComponentChildren;
}) => {
  const { isMain, focus, said, children } = props;
  return isMain ? (
    <h1 ref={focus} tabIndex={-1} class={props.class} {...spoken(said)}>
      {children}
    </h1>
  ) : (
    <p class={props.class} {...spoken(said)}>
      {children}
    </p>
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
