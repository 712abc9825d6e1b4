// The workbench as a person uses it: keys, mouse, and waiting for what appears. Playwright waits by itself, up to its own limit.

/** @typedef {import('./browser.mjs').Page} Page */

/** `Cmd` on a Mac. */
const control = 'ControlOrMeta';

export class Workbench {
  /** @param {Page} page For what has no helper here. */
  constructor(page) {
    this.page = page;
  }

  /** The window is there, and takes keys. */
  async ready() {
    await this.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 120_000 });
    await this.page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 120_000 });
  }

  /**
   * Opens a file through "Go to File", and waits until it is shown.
   * @param {string} file Relative to the open folder.
   */
  async open(file) {
    await this.page.keyboard.press(`${control}+p`);
    const name = file.split(/[\\/]/).at(-1) ?? file;
    await this.fillQuickInput(file);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /**
   * Runs a command from the palette.
   * @param {string} title As shown there, with its category.
   */
  async run(title) {
    await this.page.keyboard.press('F1');
    await this.fillQuickInput(`>${title}`);
    await this.row(title).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /**
   * Puts a text into the clipboard, as copying it elsewhere does.
   * @param {string} text
   */
  async copy(text) {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  }

  /**
   * Chooses in an open quick pick.
   * @param {string} label
   */
  async pick(label) {
    await this.row(label).click();
  }

  /** @param {number} line @param {number} [column] Both from 1. */
  async goTo(line, column = 1) {
    await this.page.keyboard.press(`${control}+g`);
    await this.fillQuickInput(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Selects the first place of a text that the find box finds, and leaves the box.
   * @param {string} text
   */
  async select(text) {
    await this.page.keyboard.press(`${control}+f`);
    await this.page.locator('.find-widget.visible textarea').first().fill(text);
    await this.page.locator('.find-widget.visible .matchesCount', { hasText: /^1 / }).waitFor();
    await this.page.keyboard.press('Escape');
  }

  /**
   * Hovers over the first visible place of a text, and waits for its card.
   * @param {string} text Within one coloured run, as a name is.
   * @param {string | RegExp} [expected] What the card must say.
   */
  async hover(text, expected) {
    // Colours that arrive later draw the line anew, and take the card away.
    await this.settled();
    await this.page.locator('.editor-instance .view-line span > span', { hasText: text }).first().hover();
    const card = this.page.locator('.monaco-hover:not(.hidden)').first();
    await (expected === undefined ? card : card.filter({ hasText: expected })).waitFor();
  }

  /**
   * The menu of quick fixes at the cursor.
   * @param {string} [expected] An entry that must be there.
   */
  async quickFixes(expected) {
    await this.page.keyboard.press(`${control}+.`);
    const menu = this.page.locator('.action-widget');
    await (expected === undefined ? menu : menu.getByText(expected).first()).waitFor();
  }

  /** The list of findings. */
  async problems() {
    await this.run('View: Focus Problems');
    await this.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  }

  /** @param {string} selector */
  async waitFor(selector) {
    await this.page.waitForSelector(selector);
  }

  /** Nothing on the page has changed for a moment: colours and findings of the language server have arrived. */
  async settled() {
    await this.page.evaluate(
      (quiet) =>
        new Promise((resolve) => {
          let timer = setTimeout(done, quiet);
          const observer = new MutationObserver((changes) => {
            // The cursor blinks for ever.
            if (changes.every(({ target }) => target instanceof Element && target.closest('.cursors-layer'))) return;
            clearTimeout(timer);
            timer = setTimeout(done, quiet);
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
          function done() {
            observer.disconnect();
            resolve(undefined);
          }
        }),
      1000,
    );
  }

  /** @param {string} text */
  async fillQuickInput(text) {
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    await input.fill(text);
  }

  /**
   * The quick pick or input box with a title.
   * @param {string} title Or a part of it.
   */
  box(title) {
    return this.page.locator('.quick-input-widget:visible', { hasText: title });
  }

  /** @param {string} label */
  row(label) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  }
}
