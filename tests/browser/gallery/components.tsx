// One of each component, with Finnish sample words.
import { useSignal } from "@preact/signals";
import { Shell } from "../../../src/app/shell/shell.tsx";
import { useAnnounce } from "../../../src/ui/announcer.tsx";
import { Button } from "../../../src/ui/button.tsx";
import { Checkbox, RadioList } from "../../../src/ui/choice.tsx";
import { CodeInput } from "../../../src/ui/code-input.tsx";
import { Dialog } from "../../../src/ui/dialog.tsx";
import { DimensionMark } from "../../../src/ui/dimension-mark.tsx";
import { Disclosure } from "../../../src/ui/disclosure.tsx";
import { Empty } from "../../../src/ui/empty.tsx";
import { SelectField, TextArea, TextField } from "../../../src/ui/field.tsx";
import { FileDrop } from "../../../src/ui/file-drop.tsx";
import { Menu } from "../../../src/ui/menu.tsx";
import { Message } from "../../../src/ui/message.tsx";
import { NoteText } from "../../../src/ui/note-text.tsx";
import { Page, Section } from "../../../src/ui/page.tsx";
import { PolarityMark } from "../../../src/ui/polarity-mark.tsx";
import { Progress } from "../../../src/ui/progress.tsx";
import { QrPicture } from "../../../src/ui/qr-picture.tsx";
import { Steps, StepText } from "../../../src/ui/steps.tsx";
import { Table } from "../../../src/ui/table.tsx";
import { UndoBar } from "../../../src/ui/undo-bar.tsx";

const nothing = () => undefined;
const rows = [
  { group: "Nuorten ilta", notes: 38, weakens: 12 },
  { group: "Arabiankielinen ryhmä", notes: 24, weakens: 9 },
];

export const Components = () => (
  <Shell>
    <Page
      title="Tilaisuudet tällä laitteella"
      lead="Mitä kirjataan, pysyy tässä laitteessa, kunnes luovutat sen."
    >
      <Actions />
      <Marks />
      <Forms />
      <States />
      <Lists />
    </Page>
  </Shell>
);

const Actions = () => {
  const open = useSignal(false);
  const announce = useAnnounce();
  return (
    <Section title="Toiminnot">
      <div class="actions">
        <Button kind="primary" onClick={() => announce("Aloitettu")}>
          Aloita tilaisuus
        </Button>
        <Button
          onClick={() => {
            open.value = true;
          }}
        >
          Liity kortilla
        </Button>
        <Button kind="danger">Poista laitteesta</Button>
        <Button kind="quiet">Harjoittele</Button>
        <Button busy="Tallennetaan…">Tallenna</Button>
        <Menu
          label="Lisää toimintoja"
          face="⋯"
          items={[
            { label: "Muokkaa", onSelect: () => announce("Muokataan") },
            { label: "Yliviivaa", onSelect: nothing },
            { label: "Poista pysyvästi", onSelect: nothing, danger: true },
          ]}
        />
      </div>
      <Dialog
        title="Poistetaanko tilaisuus laitteesta?"
        open={open.value}
        onClose={() => {
          open.value = false;
        }}
        actions={
          <>
            <Button>Säilytä</Button>
            <Button kind="danger">Poista laitteesta</Button>
          </>
        }
      >
        <p>Kirjaukset on luovutettu 18.50. Tätä ei voi perua.</p>
      </Dialog>
    </Section>
  );
};

const Marks = () => (
  <Section title="Mitä sanottiin">
    <ul class="ruled" style={{ inlineSize: "100%" }}>
      <li>
        <NoteText text="Naapurit tervehtivät nyt, ennen eivät." lang="fi" quote />
        <div class="actions">
          <DimensionMark number={1} word="Asenteet" />
          <DimensionMark number={3} word="Vuorovaikutus" proposed />
          <PolarityMark polarity="strengthens" />
        </div>
      </li>
      <li>
        <NoteText text="لا أنتظر الحافلة وحدي في المساء." lang="ar" />
        <div class="actions">
          <DimensionMark number={2} word="Turvallisuus" />
          <PolarityMark polarity="weakens" />
        </div>
      </li>
      <li>
        <NoteText text="Ei meiltä kysytä, mutta kuulemaan kutsutaan." lang="fi" struck />
        <div class="actions">
          <DimensionMark number={4} word="Osallisuus" />
          <PolarityMark polarity="mixed" />
        </div>
      </li>
    </ul>
  </Section>
);

const Forms = () => {
  const code = useSignal("K7PA-3M9X");
  const text = useSignal("");
  const kind = useSignal<"ngo" | "municipality">("ngo");
  const on = useSignal(true);
  return (
    <Section title="Täytettävät">
      <CodeInput
        kind="session"
        label="Kortin koodi"
        value={code.value}
        onInput={(value) => {
          code.value = value;
        }}
      />
      <TextField
        label="Tilaisuuden nimi"
        hint="Näkyy kortissa ja luovutuksessa."
        value={text.value}
        onInput={(value) => {
          text.value = value;
        }}
      />
      <TextArea
        label="Huomautus"
        optional
        value=""
        error="Kerro, miksi kirjaus palautetaan."
        onInput={nothing}
      />
      <SelectField
        label="Kirjauskieli"
        value="fi"
        onChange={nothing}
        options={[
          { value: "fi", label: "suomi", lang: "fi" },
          { value: "ar", label: "العربية", lang: "ar" },
        ]}
      />
      <RadioList
        legend="Kuka hoitaa työpöytää"
        value={kind.value}
        onChange={(value) => {
          kind.value = value;
        }}
        options={[
          {
            value: "ngo",
            label: "Järjestö",
            hint: "Järjestö pitää tilaisuudet ja kokoaa aineiston.",
          },
          { value: "municipality", label: "Kunta" },
        ]}
      />
      <Checkbox
        label="Tiedote on luettu ääneen"
        checked={on.value}
        onChange={(checked) => {
          on.value = checked;
        }}
      />
      <FileDrop
        label="Tuo tiedosto"
        hint="Kuuluu-tiedosto muistitikulta tai sähköpostista."
        onFiles={nothing}
      />
    </Section>
  );
};

const States = () => (
  <Section title="Tilanteet">
    <Message kind="ok">Tallennettu tähän laitteeseen 18.42</Message>
    <Message>Ei verkkoa. Voit jatkaa kirjaamista; lähetämme, kun yhteys palaa.</Message>
    <Message kind="danger" title="Ei tallentunut" actions={<Button>Vie tiedostoksi</Button>}>
      <p>Teksti on yhä tässä. Vapauta tilaa tai vie tiedostoksi.</p>
    </Message>
    <UndoBar message="Kirjaus yliviivattu" onUndo={nothing} onDismiss={nothing} />
    <Progress
      label="Tuodaan kirjauksia"
      value={123}
      max={412}
      counted="123/412 kirjausta"
      onCancel={nothing}
    />
    <Empty title="Ei vielä tilaisuuksia" actions={<Button>Liity kortilla</Button>}>
      <p>Tilaisuus tulee tähän, kun luet sen kortin tai kirjoitat koodin.</p>
    </Empty>
  </Section>
);

const Lists = () => (
  <Section title="Luettelot">
    <StepText current={2} total={3} name="Ketkä" />
    <Steps
      label="Kierroksen vaiheet"
      steps={[
        { name: "Suunnittele", state: "done", href: "#/desk" },
        { name: "Kerää", state: "now", remark: "6 tilaisuutta 9:stä" },
        { name: "Päätä", state: "later" },
      ]}
    />
    <Disclosure summary="Jos sanottiin jotain hälyttävää">
      <p>Kerro keskustelunohjaajalle. Kirjausta ei synny.</p>
    </Disclosure>
    <Table
      caption="Kirjaukset tilaisuuksittain"
      narrow="stacked"
      rows={rows}
      rowKey={(row) => row.group}
      columns={[
        { id: "group", label: "Tilaisuus", header: true, cell: (row) => row.group },
        { id: "notes", label: "Kirjauksia", numeric: true, cell: (row) => row.notes },
        {
          id: "weakens",
          label: "Heikentää",
          numeric: true,
          cell: (row) => row.weakens,
          sort: { direction: "descending", onSort: nothing },
        },
      ]}
    />
    <QrPicture
      label="Esimerkki"
      modules={21}
      path="M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7zM9 9h3v3h-3z"
    />
  </Section>
);
