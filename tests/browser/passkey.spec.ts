// A desk's passkey with Chromium's own virtual authenticator: a real WebAuthn PRF answer wraps and opens the real row key.
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { setUpDesk } from "./coordinator.ts";
import { expectAccessible } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(120_000);

let site: Site;
let office: Profile;
test.beforeEach(async () => {
  site = await serveFolder("dist");
  office = await createProfile();
});
test.afterEach(async () => {
  await office.remove();
  await site.stop();
});

/** A passkey belongs to a name: an address in digits has none. */
const urlByName = () => site.url.replace("127.0.0.1", "localhost");

const addAuthenticator = async (page: Page, hasPrf: boolean) => {
  const client: CDPSession = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasPrf },
      ...{ hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return { client, authenticatorId };
};

const openDesk = async (): Promise<Page> => {
  const page = await (await office.open()).newPage();
  page.setDefaultTimeout(30_000);
  await setUpDesk(page, urlByName());
  return page;
};
const add = async (page: Page) => {
  await page.getByText("Avaa pääsyavaimella (passkey)").click();
  await page.getByRole("button", { name: "Ota pääsyavain käyttöön" }).click();
};
const lock = (page: Page) => page.getByRole("button", { name: "Lukitse työpöytä" }).click();
const heading = (page: Page) => page.getByRole("heading", { level: 1, name: "Lähellä ry" });

test("opens the desk with one tap, after a reload too, until it is taken away", async () => {
  const page = await openDesk();
  const { client, authenticatorId } = await addAuthenticator(page, true);
  await add(page);
  await expect(page.getByText(/Pääsyavain avaa nyt työpöydän/)).toBeVisible();
  await expectAccessible(page);

  await lock(page);
  await page.getByRole("button", { name: "Avaa pääsyavaimella" }).waitFor(); // Locked, and not on its way to it.
  await page.reload();
  await page.getByRole("button", { name: "Avaa pääsyavaimella" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Avaa pääsyavaimella" }).click();
  await expect(heading(page)).toBeVisible();

  // Its owner is not there: nothing opens, and the passphrase still does.
  await lock(page);
  await client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.getByRole("button", { name: "Avaa pääsyavaimella" }).click();
  await expect(page.getByText(/Pääsyavainta ei saatu/)).toBeVisible();
  await page.getByLabel(/^Tunnuslause, työpöytä/).fill("neljä tavallista sanaa tähän");
  await page.getByRole("button", { name: "Avaa työpöytä" }).click();
  await expect(heading(page)).toBeVisible();

  await page.getByText("Pääsyavain on käytössä").click();
  await page.getByRole("button", { name: "Poista pääsyavain käytöstä" }).click();
  await expect(page.getByText(/ei enää avaa tätä työpöytää/)).toBeVisible();
  await lock(page);
  await page.getByLabel(/^Tunnuslause, työpöytä/).waitFor();
  await expect(page.getByRole("button", { name: "Avaa pääsyavaimella" })).toHaveCount(0);
});

test("changes nothing with an authenticator that gives no secret, and says so", async () => {
  const page = await openDesk();
  await addAuthenticator(page, false);
  await add(page);
  await expect(page.getByText(/ei osaa antaa salaisuutta/)).toBeVisible();
  await lock(page);
  await page.getByLabel(/^Tunnuslause, työpöytä/).waitFor();
  await expect(page.getByRole("button", { name: "Avaa pääsyavaimella" })).toHaveCount(0);
});
