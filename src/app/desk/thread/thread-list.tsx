// The thread as a list, step by step: whole words, what hangs on each, and the way to each one's own screen.
import { useSignal } from "@preact/signals";
import type { Thread, ThreadEdge, ThreadNode } from "../../../analysis/thread.ts";
import { groupBy } from "../../../base/group.ts";
import type { RoundView } from "../../../domain/desk.ts";
import { Button } from "../../../ui/button.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { wordsIn } from "../findings/finding-words.ts";
import { threadMark, toThreadAddress } from "../use-thread-key.ts";
import {
  goneKeys,
  hangingKeys,
  stepKeys,
  toHangingAddress,
  toOwnAddress,
  useMeta,
} from "./thread-words.ts";

type ListProps = { readonly thread: Thread; readonly rounds: readonly RoundView[] };

export const ThreadList = ({ thread, rounds }: ListProps) => {
  const t = useT("thread");
  const steps = [...groupBy(thread.nodes, ({ roundId, kind }) => `${roundId ?? ""} ${kind}`)];
  const hasRounds = new Set(thread.nodes.map(({ roundId }) => roundId)).size > 1;
  const nameOf = (node: ThreadNode | undefined) =>
    rounds.find(({ roundId }) => roundId === node?.roundId)?.fields.name ?? t("round.other");
  return (
    <>
      {steps.map(([step, nodes]) => (
        <div key={step} class="thread-step">
          <h3>
            {nodes[0] && t(stepKeys[nodes[0].kind])}
            {hasRounds && <span class="thread-round"> · {nameOf(nodes[0])}</span>}
          </h3>
          <Entries nodes={nodes} thread={thread} />
        </div>
      ))}
    </>
  );
};

const pageSize = 20;

const Entries = (props: { readonly nodes: readonly ThreadNode[]; readonly thread: Thread }) => {
  const t = useT("thread");
  const { nodes, thread } = props;
  const count = useSignal(pageSize);
  const hidden = nodes.length - count.value;
  return (
    <>
      <ol class="ruled thread-list">
        {nodes.slice(0, count.value).map((node) => (
          <Entry key={node.key} node={node} thread={thread} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button
          onClick={() => {
            count.value += 5 * pageSize;
          }}
        >
          {t("list.more", { count: hidden })}
        </Button>
      )}
    </>
  );
};

/** What its ties say beside that they are there. */
const tiesOf = (node: ThreadNode, edges: readonly ThreadEdge[]) => {
  const from = edges.filter((edge) => edge.from === node.key);
  return {
    against: from.some(({ how }) => how === "against"),
    changed: from.some(({ isChanged }) => isChanged === true),
    answers: edges.some(({ to, how }) => to === node.key && how === "answer"),
  };
};

const Entry = ({ node, thread }: { readonly node: ThreadNode; readonly thread: Thread }) => {
  const t = useT("thread");
  const { code } = useTexts().spoken("thread");
  const metaOf = useMeta();
  const said = wordsIn(node.words, code);
  const address = toOwnAddress(node);
  const isFocus = node.key === thread.focus.key;
  const ties = tiesOf(node, thread.edges);
  const meta = [
    ...metaOf(node),
    ...(ties.answers ? [t("tie.answers")] : []),
    ...(ties.against ? [t("tie.against")] : []),
    ...(ties.changed ? [t("tie.changed")] : []),
  ];
  const hanging = thread.hanging.get(node.key) ?? [];
  if (node.state === "gone") {
    return (
      <li class="thread-entry" aria-current={isFocus ? "true" : undefined}>
        <p>◌ {t(goneKeys[node.kind])}</p>
        <p class="muted">{t("gone.body")}</p>
      </li>
    );
  }
  const words = said ?? { text: t("unworded"), lang: code };
  return (
    <li
      class="thread-entry"
      aria-current={isFocus ? "true" : undefined}
      {...threadMark(node.kind, node.id)}
    >
      {node.kind === "note" ? (
        <NoteText text={words.text} lang={words.lang} />
      ) : (
        <p class="thread-statement" lang={words.lang} dir="auto">
          {words.text}
        </p>
      )}
      {meta.length > 0 && <p class="muted">{meta.join(" · ")}</p>}
      {hanging.length > 0 && (
        <ul class="thread-hanging">
          {hanging.map((thing) => {
            const name = wordsIn(thing.words, code);
            return (
              <li key={`${thing.kind} ${thing.id}`}>
                {t(hangingKeys[thing.kind])}{" "}
                <a class="alone" href={toHangingAddress(thing, node)} lang={name?.lang} dir="auto">
                  {name?.text ?? t("unworded")}
                </a>
              </li>
            );
          })}
        </ul>
      )}
      <p class="actions screen-only">
        {address !== undefined && (
          <a class="alone" href={address}>
            {t("list.open")}
          </a>
        )}
        {isFocus ? (
          <span class="muted">{t("list.here")}</span>
        ) : (
          <a class="alone" href={toThreadAddress(node.kind, node.id)}>
            {t("list.from")}
          </a>
        )}
      </p>
    </li>
  );
};
