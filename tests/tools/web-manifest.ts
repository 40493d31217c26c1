// How the installed app introduces itself. There is no `id`: it follows from `start_url`, so that two copies in two
// folders of one web space are two apps.

const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
  src: `./icons/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

export const webManifest = {
  name: "Kuuluu",
  short_name: "Kuuluu",
  description: "Keskustelutilaisuuksien kirjaukset pöydästä päätökseen, myös ilman verkkoa.",
  description_localized: {
    sv: "Anteckningar från diskussionstillfällen, från bordet till beslutet, även utan nät.",
    en: "Notes of discussion sessions, from the table to the decision, with or without a network.",
  },
  lang: "fi",
  dir: "ltr" as const,
  start_url: "./",
  scope: "./",
  display: "standalone" as const,
  theme_color: "#FAF8F3",
  background_color: "#FAF8F3",
  categories: ["productivity", "government"],
  launch_handler: { client_mode: "focus-existing" as const },
  icons: [
    { src: "./icons/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" as const },
    icon("icon", 192, "any"),
    icon("icon", 512, "any"),
    icon("maskable", 192, "maskable"),
    icon("maskable", 512, "maskable"),
  ],
  shortcuts: [
    {
      name: "Liity kortilla",
      name_localized: { sv: "Anslut med kort", en: "Join with a card" },
      url: "./#/join",
    },
    {
      name: "Järjestäjän työpöytä",
      name_localized: { sv: "Arrangörens skrivbord", en: "The organiser’s desk" },
      url: "./#/desk",
    },
  ],
};
