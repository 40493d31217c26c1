// The thread as a picture: knots on wires, a column for each step, from what was said to what came of it. Each knot is a link
// to the thread as it looks from there. The wires are drawn twice, for a wide and for a narrow place; the style sheet shows one.
import type { Thread } from "../../../analysis/thread.ts";
import type { RoundView } from "../../../domain/desk.ts";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { wordsIn } from "../findings/finding-words.ts";
import { threadMark, toThreadAddress } from "../use-thread-key.ts";
import {
  layoutThread,
  type PlacedNode,
  sizes,
  type ThreadColumn,
  type ThreadLayout,
  type Wire,
} from "./thread-layout.ts";
import { goneKeys, stepKeys, useMeta } from "./thread-words.ts";

export const ThreadPicture = (props: {
  readonly thread: Thread;
  readonly rounds: readonly RoundView[];
}) => {
  const t = useT("thread");
  const { thread, rounds } = props;
  const layout = layoutThread(thread);
  const hasRounds = new Set(layout.columns.map(({ roundId }) => roundId)).size > 1;
  return (
    <figure class="thread-picture">
      <figcaption>{t("picture.title")}</figcaption>
      <div
        class="thread-canvas"
        style={{ "--columns": layout.columns.length, "--rows": layout.rows }}
      >
        <Wires layout={layout} />
        {layout.columns.map((column, at) => (
          <Column
            key={`${column.roundId ?? ""} ${column.kind}`}
            at={at}
            column={column}
            focus={thread.focus.key}
            round={
              hasRounds && column.opensRound
                ? (rounds.find(({ roundId }) => roundId === column.roundId)?.fields.name ??
                  t("round.other"))
                : undefined
            }
          />
        ))}
      </div>
      <p class="muted">{t("picture.signs")}</p>
    </figure>
  );
};

const classOf = ({ how, touchesFocus }: Wire): string =>
  `wire${how === "against" ? " wire-against" : how === "answer" ? " wire-answer" : ""}${
    touchesFocus ? " wire-focus" : ""
  }`;

const Wires = ({ layout }: { readonly layout: ThreadLayout }) => {
  const { wide, narrow, columns } = layout;
  const paths = (wires: readonly Wire[]) =>
    // What touches the focus is drawn last, over the others.
    wires
      .toSorted((a, b) => Number(a.touchesFocus) - Number(b.touchesFocus))
      .map((wire) => <path key={wire.path} class={classOf(wire)} d={wire.path} />);
  return (
    <>
      <svg
        class="wires wires-wide"
        aria-hidden="true"
        viewBox={`0 0 ${wide.width} ${wide.height}`}
        preserveAspectRatio="none"
      >
        {columns.map(
          ({ opensRound, roundId, kind }, at) =>
            opensRound &&
            at > 0 && (
              <path
                key={`${roundId ?? ""} ${kind}`}
                class="wire-border"
                d={`M${at * sizes.column - 9} 0V${wide.height}`}
              />
            ),
        )}
        {paths(wide.wires)}
      </svg>
      <svg
        class="wires wires-narrow"
        aria-hidden="true"
        viewBox={`0 0 ${sizes.gutter} ${narrow.height}`}
        preserveAspectRatio="none"
      >
        {paths(narrow.wires)}
      </svg>
    </>
  );
};

const Column = (props: {
  readonly at: number;
  readonly column: ThreadColumn;
  readonly focus: string;
  readonly round: string | undefined;
}) => {
  const t = useT("thread");
  const { at, column, focus, round } = props;
  const step = t(stepKeys[column.kind]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no place for links.
    <div class="thread-column" role="group" aria-label={round ? `${round}: ${step}` : step}>
      <p class="thread-head" style={{ "--column": at + 1 }}>
        {round && <span class="thread-round">{round}</span>}
        <span>{step}</span>
      </p>
      {column.shown.map((placed) => (
        <Knot
          key={placed.node.key}
          placed={placed}
          column={at}
          isFocus={placed.node.key === focus}
        />
      ))}
      {column.more > 0 && (
        <p
          class="thread-node thread-node-past"
          style={{ "--column": at + 1, "--row": column.moreRow + 2 }}
        >
          <span class="thread-knot" aria-hidden="true" />
          <span class="muted">{t("picture.more", { count: column.more })}</span>
        </p>
      )}
    </div>
  );
};

const Knot = (props: {
  readonly placed: PlacedNode;
  readonly column: number;
  readonly isFocus: boolean;
}) => {
  const t = useT("thread");
  const { code } = useTexts().spoken("thread");
  const metaOf = useMeta();
  const { placed, column, isFocus } = props;
  const { node, row } = placed;
  const said = wordsIn(node.words, code);
  const [meta] = metaOf(node);
  return (
    <a
      class={`thread-node${node.state === "here" ? "" : " thread-node-past"}`}
      href={toThreadAddress(node.kind, node.id)}
      aria-current={isFocus ? "true" : undefined}
      style={{ "--column": column + 1, "--row": row + 2 }}
      {...threadMark(node.kind, node.id)}
    >
      <span class={`thread-knot${isFocus ? " thread-knot-focus" : ""}`} aria-hidden="true" />
      {node.state === "gone" ? (
        <span class="thread-words">{t(goneKeys[node.kind])}</span>
      ) : (
        <span class="thread-words" lang={said?.lang} dir="auto">
          {said?.text ?? t("unworded")}
        </span>
      )}
      {meta !== undefined && node.state !== "gone" && <span class="thread-meta">{meta}</span>}
    </a>
  );
};
