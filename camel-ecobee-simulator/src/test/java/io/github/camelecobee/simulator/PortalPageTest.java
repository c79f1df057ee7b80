/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee.simulator;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The portal in a browser. Left out where no browser is installed, except on the build server, which must have one. */
class PortalPageTest {
    private static final File CHROMIUM = new File(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final File DRIVER = new File(System.getProperty("chromedriver", "/usr/bin/chromedriver"));

    private static ChromeDriver browser;

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @BeforeAll
    static void openBrowser() {
        if (!"true".equals(System.getenv("CI"))) {
            assumeThat(CHROMIUM).as("chromium").isFile();
            assumeThat(DRIVER).as("chromedriver").isFile();
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1200,1400");
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private <T> T await(ExpectedCondition<T> condition) {
        return new WebDriverWait(browser, Duration.ofSeconds(15)).until(condition);
    }

    private WebElement button(String text) {
        return await(ExpectedConditions.elementToBeClickable(By.xpath("//button[text()='" + text + "']")));
    }

    private void sees(String id, String text) {
        await(ExpectedConditions.textToBePresentInElementLocated(By.id(id), text));
    }

    @Test
    void pinIsTypedAndApplicationRemoved() {
        PinResponse pin = client.requestPin();
        browser.get(simulator.portalUri().toString());

        browser.findElement(By.id("pin")).sendKeys(pin.getEcobeePin());
        button("Add application").click();
        sees("message", "Application added.");
        client.use(client.redeem(pin.getCode()));
        sees("applications", simulator.applications().get(0).id());

        button("Remove").click();
        sees("message", "Application removed.");
        sees("applications", "None yet.");
        assertThat(client.summary().getStatus().getCode()).isEqualTo(16);
    }

    @Test
    void pinIsEnteredForTheUserWhoIsLoggedIn() {
        try (EcobeeSimulator several = EcobeeSimulator.builder()
                .account(Account.smart("home").thermostat(SampleThermostats.of("1001", "Upstairs")))
                .account(Account.ems("office").thermostat(SampleThermostats.of("3001", "Lobby"))
                        .thermostat(SampleThermostats.of("3002", "Vault"))
                        .set("/North", "3001").set("/South", "3002")
                        .user(new HierarchyUser().withUserName("tess@example.org"),
                                new HierarchyPrivilege().withSetPath("/North").withAllowView(true)))
                .account(Account.utility("power").sees("1001")).start()) {
            SimulatorClient application = new SimulatorClient(several);
            PinResponse pin = application.requestPin("ems");
            browser.get(several.portalUri().toString());
            assertThat(browser.findElements(By.tagName("h2"))).extracting(WebElement::getText)
                    .containsExactly("home, Smart account", "office, EMS account", "power, Utility account");

            login("tess@example.org");
            sees("user-account", "office, EMS account · view on /North");
            sees("thermostats", "/North");
            assertThat(browser.findElement(By.id("thermostats")).getText()).contains("Lobby")
                    .doesNotContain("Vault", "Upstairs");
            browser.findElement(By.id("pin")).sendKeys(pin.getEcobeePin());
            button("Add application").click();
            sees("message", "Application added.");
            application.use(application.redeem(pin.getCode()));
            sees("applications", several.account("office").applications().get(0).id());
            application.ask("/1/thermostatSummary", "{\"selectionType\":\"managementSet\",\"selectionMatch\":\"/\"}");
            sees("requests", "GET /1/thermostatSummary");

            browser.findElement(By.linkText("Switch user")).click();
            login("home@example.org");
            sees("user-account", "home, Smart account");
            sees("applications", "None yet.");
            sees("thermostats", "Upstairs");
            assertThat(browser.findElement(By.id("requests")).getText()).doesNotContain("GET /1/thermostatSummary");
            new Select(browser.findElement(By.id("whose"))).selectByVisibleText("of all accounts");
            sees("requests", "GET /1/thermostatSummary office");

            browser.findElement(By.linkText("Switch user")).click();
            login("power@example.org");
            sees("utility", "POST /1/register");
            assertThat(browser.findElement(By.id("adding")).isDisplayed()).isFalse();
            assertThat(several.account("home").applications()).isEmpty();
        }
    }

    @Test
    void webApplicationGetsTheAccountOfTheUserWhoAgrees() {
        String key = "WebKey0123456789abcdef0123456789";
        // The simulator of the other tests plays the application: the browser only has to arrive there.
        String back = simulator.baseUri() + "/back";
        try (EcobeeSimulator several = EcobeeSimulator.builder().webApplication(key, back)
                .account(Account.smart("home"))
                .account(Account.ems("office").user(new HierarchyUser().withUserName("tess@example.org"),
                        new HierarchyPrivilege().withSetPath("/").withAllowView(true)))
                .account(Account.utility("power")).start()) {
            browser.get(several.baseUri() + "/authorize" + SimulatorClient.query(Map.of(
                    "response_type", "code", "client_id", key, "redirect_uri", back, "scope", "ems", "state", "s1")));
            assertThat(browser.findElements(By.tagName("h2"))).extracting(WebElement::getText)
                    .containsExactly("home, Smart account", "office, EMS account");
            login("tess@example.org");
            await(ExpectedConditions.textToBePresentInElementLocated(
                    By.tagName("main"), "tess@example.org (office, EMS account)"));
            assertThat(browser.findElement(By.tagName("main")).getText()).contains("ems", back);

            button("Accept").click();

            await(ExpectedConditions.urlMatches(back + "\\?code=.+&state=s1"));
            String code = browser.getCurrentUrl().replaceAll(".*code=([^&]+).*", "$1");
            SimulatorClient application = new SimulatorClient(several);
            assertThat(application.post("/token" + SimulatorClient.query(Map.of("grant_type", "authorization_code", "code",
                    code, "redirect_uri", back, "client_id", key)), "").statusCode()).isEqualTo(200);
            assertThat(several.account("office").applications()).hasSize(1);
            assertThat(several.account("home").applications()).isEmpty();
            assertThat(several.requests().matching(request -> "/authorize/consent".equals(request.path())))
                    .extracting(LoggedRequest::account).containsExactly("office");
        }
    }

    /** Chooses a user, and waits until the page that asked is gone. */
    private void login(String userName) {
        WebElement user = await(
                ExpectedConditions.elementToBeClickable(By.cssSelector("button[value='" + userName + "']")));
        user.click();
        await(ExpectedConditions.stalenessOf(user));
    }

    @Test
    void faultIsSwitchedOnAndOff() {
        client.authorize();
        browser.get(simulator.portalUri().toString());

        new Select(browser.findElement(By.id("kind"))).selectByVisibleText("HTTP 503");
        new Select(browser.findElement(By.id("on"))).selectByVisibleText("GET /1/thermostatSummary");
        button("Switch on").click();
        sees("faults", "HTTP 503");
        assertThat(client.ask("/1/thermostatSummary", SimulatorClient.ALL.formatted("")).statusCode()).isEqualTo(503);
        sees("requests", "Fault: HTTP 503");

        button("Switch off").click();
        await((WebDriver page) -> page.findElement(By.id("faults")).getText().isEmpty());
        assertThat(client.summary().getStatus().getCode()).isZero();
    }

    @Test
    void faultIsSwitchedOnByRule() {
        client.authorize();
        browser.get(simulator.portalUri().toString());

        new Select(browser.findElement(By.id("kind"))).selectByVisibleText("Code 3, naming thermostats");
        browser.findElement(By.cssSelector("#rule summary")).click();
        await((WebDriver page) -> new Select(page.findElement(By.id("account"))).getOptions().size() == 2);
        new Select(browser.findElement(By.id("account"))).selectByVisibleText("home");
        Map.of("thermostats", "511,512", "call", "2", "probability", "1", "for", "10m")
                .forEach((name, value) -> browser.findElement(By.name(name)).sendKeys(value));
        button("Switch on").click();
        sees("faults", "account home, from call 2, until 2026-01-14 16:10:00, 1 times");

        assertThat(client.summary().getStatus().getCode()).isZero();
        assertThat(client.summary().getStatus().getMessage()).contains("thermostats: [511, 512]");
    }

    @Test
    void thermostatsRequestsAndViolationsAreShown() {
        client.authorize();
        client.summary();
        client.summary();
        browser.get(simulator.portalUri().toString());

        sees("thermostats", "Chambre d'été 21°");
        sees("violations", "thermostatSummary is polled no faster than every 3 minutes");
        sees("requests", "GET /1/thermostatSummary");
        List<WebElement> lines = browser.findElements(By.cssSelector(".thermostat svg path.room"));
        assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line.getDomAttribute("d")).contains("L"));
    }

    @Test
    void clockIsMoved() {
        browser.get(simulator.portalUri().toString());
        sees("time", "2026-01-14 16:00:00");

        button("+1 h").click();

        sees("time", "2026-01-14 17:00:00");
    }
}
