// What was heard and what came of it: one thing's whole thread, as a picture and as a list. Fetched when first opened.
import { useMemo } from "preact/hooks";
import { type Thread, type ThreadGraph, threadKinds, threadOf } from "../../../analysis/thread.ts";
import { buildThreadGraph } from "../../../analysis/thread-graph.ts";
import { foldRounds } from "../../../domain/desk.ts";
import type { Named } from "../../../domain/record.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import type { AreaProps } from "../desk-context.ts";
import { wordsIn } from "../findings/finding-words.ts";
import { threadPageMark } from "../use-thread-key.ts";
import { ThreadList } from "./thread-list.tsx";
import { ThreadPicture } from "./thread-picture.tsx";
import { countKeys, goneKeys, kindKeys } from "./thread-words.ts";
import "./thread.css";

// Built once for the same records: walking along a thread asks for it with every step.
const graphs = new WeakMap<readonly Named[], ThreadGraph>();
const graphOf = (records: readonly Named[]): ThreadGraph => {
  const graph = graphs.get(records) ?? buildThreadGraph(records);
  graphs.set(records, graph);
  return graph;
};

export const ThreadArea = ({ path, records }: AreaProps) => {
  const t = useT("thread");
  const [, asked, id = ""] = path;
  const kind = threadKinds.find((each) => each === asked);
  const graph = useMemo(() => graphOf(records), [records]);
  const thread = useMemo(() => kind && threadOf(graph, { kind, id }), [graph, kind, id]);
  const rounds = useMemo(() => foldRounds(records), [records]);
  if (!thread) {
    return (
      <Page title={t("title")} namespace="thread">
        <Empty
          title={t(kind === undefined ? "empty.title" : goneKeys[kind])}
          actions={<LinkButton href="#/desk/findings">{t("empty.toFindings")}</LinkButton>}
        >
          <p>{t(kind === undefined ? "empty.body" : "gone.body")}</p>
        </Empty>
      </Page>
    );
  }
  return (
    <div class="thread" {...threadPageMark(thread.focus.kind, thread.focus.id)}>
      <Page
        key={thread.focus.key}
        title={t("title")}
        width="full"
        namespace="thread"
        lead={<Lead thread={thread} />}
      >
        <ThreadPicture thread={thread} rounds={rounds} />
        <Next thread={thread} />
        <Section title={t("list.title")}>
          <ThreadList thread={thread} rounds={rounds} />
        </Section>
      </Page>
    </div>
  );
};

/** From what it is seen, and what all is in it. */
const Lead = ({ thread }: { readonly thread: Thread }) => {
  const t = useT("thread");
  const format = useFormat();
  const { code } = useTexts().spoken("thread");
  const { kind, words } = thread.focus;
  const said = wordsIn(words, code);
  const counts = threadKinds.flatMap((each) => {
    const count = thread.nodes.filter((node) => node.kind === each).length;
    return count === 0 ? [] : [t(countKeys[each], { count })];
  });
  return (
    <>
      {t("lead.from", { kind: t(kindKeys[kind]) })}{" "}
      <span class="thread-from" lang={said?.lang} dir="auto">
        {said?.text ?? t(thread.focus.state === "gone" ? goneKeys[kind] : "unworded")}
      </span>
      <br />
      {t("lead.counts", { counts: format.list(counts) })}
    </>
  );
};

/** Where the thread stops, the way on. */
const Next = ({ thread: { focus, nodes } }: { readonly thread: Thread }) => {
  const t = useT("thread");
  const { kind, id, note, state } = focus;
  const hasMeasure = nodes.some((node) => node.kind === "measure");
  if (state !== "here" || hasMeasure || kind === "follow-up" || kind === "measure") return null;
  const [session, noteId] = id.split(".");
  const query = kind === "note" && note ? `note=${session ?? ""}/${noteId ?? ""}` : `${kind}=${id}`;
  return (
    <p class="actions screen-only">
      <span>{t("next.none")}</span>
      <LinkButton href={`#/desk/measures/new?${query}`}>{t("next.measure")}</LinkButton>
    </p>
  );
};
