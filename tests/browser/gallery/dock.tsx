// A stand-in for the writing screen: header, log and dock, as narrow and as low as a tablet with its keyboard open.
import { useSignal } from "@preact/signals";
import { Shell } from "../../../src/app/shell/shell.tsx";
import { Button } from "../../../src/ui/button.tsx";
import { Chip, ToggleGroup } from "../../../src/ui/chip.tsx";
import { DimensionMark, DimensionShape } from "../../../src/ui/dimension-mark.tsx";
import { TextArea } from "../../../src/ui/field.tsx";
import { NoteText } from "../../../src/ui/note-text.tsx";

const words = ["Asenteet", "Turvallisuus", "Vuorovaikutus", "Osallisuus"];
const notes = [
  {
    id: "1",
    at: "18.30",
    who: "P3",
    lang: "fi",
    text: "En mene asemalle iltaisin, kun siellä huudellaan.",
    tags: [2],
  },
  {
    id: "2",
    at: "18.31",
    who: "P5",
    lang: "ar",
    text: "لا أنتظر الحافلة وحدي في المساء.",
    tags: [2, 3],
  },
  {
    id: "3",
    at: "18.32",
    who: "Havainto",
    lang: "fi",
    text: "Kolme nyökkää, yksi lähtee ulos.",
    tags: [],
  },
];

export const Dock = () => {
  const text = useSignal("En uskalla odottaa bussia yksin iltaisin");
  const chosen = useSignal(2);
  return (
    <Shell
      layout="fixed"
      title="Asukasilta, ryhmä 2"
      status="Tallennettu tähän laitteeseen 18.42"
      tools={<Button kind="quiet">Seuraava</Button>}
    >
      <div style={{ display: "grid", gap: "16px", padding: "16px" }}>
        <ol class="ruled">
          {notes.map((note) => (
            <li key={note.id}>
              <small>
                <time>{note.at}</time> {note.who}
              </small>
              <NoteText text={note.text} lang={note.lang} />
              <div class="actions">
                {note.tags.map((number) => (
                  <DimensionMark key={number} number={number} word={words[number - 1] ?? ""} />
                ))}
              </div>
            </li>
          ))}
        </ol>
        <ToggleGroup label="Puhuja" layout="strip">
          {["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "Useita", "Ohjaaja", "Havainto"].map(
            (who) => (
              <Chip key={who} pressed={who === "P3"} onPress={() => undefined}>
                {who}
              </Chip>
            ),
          )}
        </ToggleGroup>
        <TextArea
          label="Kirjaus"
          labelHidden
          lang="fi"
          value={text.value}
          onInput={(value) => {
            text.value = value;
          }}
        />
        <ToggleGroup label="Osa-alueet" layout="grid">
          {words.map((word, at) => (
            <Chip
              key={word}
              dimension={at + 1}
              pressed={chosen.value === at + 1}
              onPress={() => {
                chosen.value = at + 1;
              }}
            >
              <DimensionShape number={at + 1} /> {at + 1} {word}
            </Chip>
          ))}
        </ToggleGroup>
      </div>
    </Shell>
  );
};
