import { createHash } from "node:crypto";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { guidOf, sha1 } from "../../src/base/name-guid.ts";
import { ofKind } from "../../src/domain/record.ts";
import { toRefiCodebook } from "../../src/report/refi-codes.ts";
import { toRefiProject } from "../../src/report/refi-project.ts";
import { selectionGuid } from "../../src/report/refi-sources.ts";
import { scanXml, type XmlEvent } from "../../src/report/xml-scan.ts";
import { hasXmllint, lintXml } from "../fixtures/other-programs.ts";
import { hostileTexts } from "../fixtures/report.ts";
import { contentOf, exportRecords, refiWords, round } from "../fixtures/round.ts";

const madeAt = "2026-11-25T08:00:00.000Z";
const open = (texts: readonly string[] = hostileTexts) => {
  const records = exportRecords(texts);
  const { bytes, losses } = toRefiProject(contentOf(records), refiWords, madeAt);
  const files = unzipSync(bytes);
  const qde = strFromU8(files["project.qde"] ?? new Uint8Array());
  const elements = [...scanXml(qde)].filter(
    (event): event is Extract<XmlEvent, { kind: "open" }> => event.kind === "open",
  );
  const named = (name: string) =>
    elements.filter((each) => each.name === name).map(({ attributes }) => attributes);
  return { records, bytes, losses, files, qde, elements, named };
};

/** What a reader cuts out of a source: code points, the end exclusive. */
const cut = (text: string, start: string | undefined, end: string | undefined) =>
  [...text].slice(Number(start), Number(end)).join("");

describe("the names of things", () => {
  test("are those of the standard", () => {
    expect(guidOf("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
      "2ed6657d-e927-568b-95e1-2665a8aea6a2",
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(sha1(bytes)).toString("hex")).toBe(
          createHash("sha1").update(bytes).digest("hex"),
        );
      }),
    );
  });
});

describe("a project for other programs", () => {
  test("is a zip of project.qde and a flat folder of texts, every one named in it", () => {
    const { files, named } = open();
    const paths = named("TextSource").map((each) =>
      each.get("plainTextPath")?.replace("internal://", "sources/"),
    );
    expect(Object.keys(files).toSorted()).toEqual(["project.qde", ...paths].toSorted());
  });

  test("selects each note to the letter, in code points, whatever was written", () => {
    const { records, files, named } = open();
    const texts = Object.entries(files)
      .filter(([name]) => name.startsWith("sources/"))
      .map(([, bytes]) => strFromU8(bytes));
    const selections = new Map(named("PlainTextSelection").map((each) => [each.get("guid"), each]));
    for (const { record } of ofKind(records, "release/1")) {
      for (const { noteId, text } of record.notes) {
        const selection = selections.get(selectionGuid(record.session, noteId));
        const said = texts.map((each) =>
          cut(each, selection?.get("startPosition"), selection?.get("endPosition")),
        );
        expect(said).toContain(text.replaceAll(/\r\n?/g, "\n"));
      }
    }
    expect(selections.size).toBe(hostileTexts.length + 1);
  });

  test("selects each note to the letter for any texts", () => {
    const unit = fc.constantFrom("a", "ä", "a\u0308", "😀", "لا", "\n", "\r", "&", "<", " ");
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit, minLength: 1 }), { minLength: 1, maxLength: 6 }),
        (texts) => {
          const { files, named } = open(texts);
          const source = named("TextSource").find(
            (each) => each.get("name") === "Asukasilta, ryhmä 2",
          );
          const file = strFromU8(
            files[source?.get("plainTextPath")?.replace("internal://", "sources/") ?? ""] ??
              new Uint8Array(),
          );
          const said = named("PlainTextSelection")
            .slice(0, texts.length)
            .map((each) => cut(file, each.get("startPosition"), each.get("endPosition")));
          expect(said).toEqual(texts.map((each) => each.replaceAll(/\r\n?/g, "\n")));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("for MAXQDA ends lines with CRLF, moves no selection, and cuts out the same notes", () => {
    const unit = fc.constantFrom("a", "a\u0308", "😀", "لا", "\n", "\r", "\r\n", " ");
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit, minLength: 1 }), { minLength: 1, maxLength: 6 }),
        (texts) => {
          const plain = open(texts);
          const { bytes } = toRefiProject(contentOf(plain.records), refiWords, madeAt, "crlf");
          const files = unzipSync(bytes);
          expect(files["project.qde"]).toEqual(plain.files["project.qde"]);
          for (const [name, content] of Object.entries(plain.files)) {
            if (!name.startsWith("sources/")) continue;
            const text = strFromU8(files[name] ?? new Uint8Array());
            expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
            expect(text.replaceAll("\r\n", "\n")).toBe(strFromU8(content));
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test("holds no CR and no byte-order mark, takes out what XML cannot hold, and counts it", () => {
    const { files, losses } = open(["a\u0001b\u0002", "\u0003", "kunnossa"]);
    for (const bytes of Object.values(files)) {
      const text = strFromU8(bytes);
      expect(
        ["\ufeff", "\r", "\u0001", "\u0002", "\u0003"].filter((each) => text.includes(each)),
      ).toEqual([]);
    }
    expect(losses).toMatchObject({ characters: 3, empty: 1 });
  });

  test("names every GUID once, and only ones that are there", () => {
    const { elements } = open();
    const guids = elements.flatMap(({ attributes }) => attributes.get("guid") ?? []);
    expect(new Set(guids).size).toBe(guids.length);
    const named = elements.flatMap(({ attributes }) =>
      ["targetGUID", "creatingUser", "creatingUserGUID", "originGUID"].flatMap(
        (name) => attributes.get(name) ?? [],
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((guid) => !guids.includes(guid))).toEqual([]);
  });

  test("is the same bytes twice, and differs by its time alone", () => {
    expect(open().bytes).toEqual(open().bytes);
    const later = toRefiProject(contentOf(), refiWords, "2026-12-01T08:00:00.000Z").bytes;
    const qde = strFromU8(unzipSync(later)["project.qde"] ?? new Uint8Array());
    expect(qde.replace("2026-12-01T08:00", "2026-11-25T08:00")).toBe(open().qde);
  });

  test("says that it is not for publishing, names roles and no person or device, and no memo of a finding", () => {
    const { qde, named } = open();
    expect(qde).toContain(`<Description>${refiWords.mark}`);
    expect(named("User").map((each) => each.get("name"))).toEqual([
      "Koordinaattori",
      "Keskustelunohjaaja",
      "Kirjuri",
    ]);
    expect(qde).not.toMatch(/aaaaaaaa|vain minulle|Hylätty|basePath/);
  });

  test("keeps a tag that the codebook does not know, and nests sub-themes under their dimension", () => {
    const codes = open()
      .named("Code")
      .map((each) => each.get("name"));
    expect(codes).toContain("X9");
    expect(open().qde).toMatch(/name="Asenteet"[^>]*><Code [^>]*name="[^"]+" isCodable="true"/);
  });

  test("links a finding to the notes for and against it", () => {
    expect(
      open()
        .named("Link")
        .map((each) => each.get("name")),
    ).toEqual(["Tukee", "Tukee", "Puhuu vastaan"]);
  });

  test.skipIf(!hasXmllint)(
    "is valid against the schema of the standard, and so is the codebook",
    () => {
      expect(lintXml(open().qde, "tests/fixtures/refi/Project.xsd")).toBe("");
      expect(
        lintXml(toRefiCodebook(contentOf(), refiWords), "tests/fixtures/refi/Codebook.xsd"),
      ).toBe("");
      const bare = contentOf([round()]);
      const { bytes } = toRefiProject(bare, refiWords, madeAt);
      expect(
        lintXml(
          strFromU8(unzipSync(bytes)["project.qde"] ?? new Uint8Array()),
          "tests/fixtures/refi/Project.xsd",
        ),
      ).toBe("");
      expect(
        lintXml(open().qde.replace("<Users>", "<Users><x/>"), "tests/fixtures/refi/Project.xsd"),
      ).toContain("not expected");
    },
  );
});
