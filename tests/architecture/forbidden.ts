// What a folder must not name, as patterns over its text. Clocks, chance and keys are arguments in pure code; text
// becomes markup nowhere; layout follows the reading direction.

export type Rule = {
  readonly name: string;
  /** Which files it holds for. */
  readonly files: RegExp;
  readonly except?: RegExp;
  readonly pattern: RegExp;
};

const pure = /^src\/(base|domain|analysis|wire)\//;
const lower = /^src\/(base|domain|analysis|wire|sync|storage|crypto)\//;

/** Where the browser's own clock, chance and network are picked up and passed on. */
const edge = /^src\/app\/(browser-platform\.ts|main\.tsx)$/;

export const rules: readonly Rule[] = [
  {
    name: "clocks are arguments",
    files: /^src\/(base|domain|analysis|report|wire|sync|storage|crypto|app)\//,
    except: edge,
    pattern: /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b/,
  },
  {
    name: "chance and keys are arguments",
    files: /^src\/(base|domain|analysis|report|wire|sync|app|ui|i18n)\//,
    except: edge,
    pattern: /\bcrypto\.(subtle|getRandomValues|randomUUID)\b|\bwebcrypto\b/,
  },
  { name: "no weak chance", files: /^src\//, except: edge, pattern: /\bMath\.random\b/ },
  {
    name: "the network is behind transports",
    files: /^src\//,
    except:
      /^src\/(sync\/.*-transport\.ts|app\/browser-platform\.ts|i18n\/load-texts\.ts|sw\/|hub\/)/,
    pattern: /(?<![\w.])fetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/,
  },
  {
    name: "no page in the lower layers",
    files: lower,
    pattern: /(?<![\w.])(document|window)\./,
  },
  {
    name: "no timers or devices in pure code",
    files: pure,
    pattern: /\bset(Timeout|Interval)\(|(?<![\w.])(navigator|indexedDB|performance)\b\./,
  },
  {
    name: "facts live in the database only",
    files: /^src\//,
    // Beside it lie the few numbers that tell when it was emptied.
    except: /^src\/app\/browser-platform\.ts$/,
    pattern: /\b(localStorage|sessionStorage)\b|\bdocument\.cookie\b/,
  },
  {
    name: "text never becomes markup or code",
    files: /^src\//,
    pattern:
      /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(/,
  },
  {
    name: "no boxes of the browser",
    files: /^src\//,
    pattern: /(?<![\w.])(alert|confirm|prompt)\(|window\.(alert|confirm|prompt)\(/,
  },
  {
    name: "nothing is left for later",
    files: /^(src|tests)\//,
    except: /^tests\/architecture\//,
    pattern: /\b(TODO|FIXME|XXX)\b/,
  },
  {
    name: "layout follows the reading direction",
    files: /^src\/.*\.css$/,
    pattern:
      /(?<![\w-])((margin|padding)-(left|right)|border-(left|right)(-\w+)?|border-(top|bottom)-(left|right)-radius|(left|right)|scroll-(margin|padding)-(left|right))\s*:|(text-align|float|clear|caption-side)\s*:\s*(left|right)\b/,
  },
  {
    name: "layout follows the reading direction",
    files: /^src\/.*\.tsx?$/,
    pattern:
      /\b(margin|padding|border)(Left|Right)\b|\bborder(Top|Bottom)(Left|Right)Radius\b|\btextAlign:\s*"(left|right)"/,
  },
];

/** The text with comments blanked, so that a reason may name what it forbids. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?<![:"'`\w])\/\/.*$/gm, "");

/** Every breach in one file, as `path: rule: what stands there`. */
export const findForbidden = (path: string, text: string): readonly string[] => {
  const isNote = (rule: Rule) => rule.name === "nothing is left for later";
  const bare = withoutComments(text);
  return rules
    .filter(({ files, except }) => files.test(path) && !except?.test(path))
    .flatMap((rule) => {
      const found = rule.pattern.exec(isNote(rule) ? text : bare);
      return found ? [`${path}: ${rule.name}: ${found[0].trim()}`] : [];
    });
};
