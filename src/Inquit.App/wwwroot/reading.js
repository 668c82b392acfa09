// An article with its statements: choosing one in the margin or in the text shows it in both, by pointer and by keyboard.
const shortcutsKey = "inquit-shortcuts";

class Reading extends HTMLElement {
    #stop = new AbortController();
    #chosen = null;

    connectedCallback() {
        const signal = this.#stop.signal;
        this.addEventListener("click", event => this.#onClick(event), { signal });
        document.addEventListener("keydown", event => this.#onKey(event), { signal });
        window.addEventListener("hashchange", () => this.#follow(), { signal });
        const keys = this.querySelector("[data-keys]");
        keys.hidden = false;
        keys.addEventListener("click", () => this.#help(), { signal });
        const box = this.querySelector("[data-shortcuts]");
        box.checked = localStorage.getItem(shortcutsKey) !== "off";
        box.addEventListener("change", () => localStorage.setItem(shortcutsKey, box.checked ? "on" : "off"), { signal });
        this.#follow();
    }

    disconnectedCallback() {
        this.#stop.abort();
    }

    // The statements' ids in the order in which their cards stand.
    get #ids() {
        return [...this.querySelectorAll("[data-card]")].map(card => card.dataset.card);
    }

    #follow() {
        const place = location.hash.slice(1);
        const id = place.startsWith("card-") ? place.slice(5) : place;
        if (this.#ids.includes(id)) {
            this.#choose(id);
        }
    }

    #choose(id) {
        this.#chosen = id;
        for (const marked of this.querySelectorAll(".chosen")) {
            marked.classList.remove("chosen");
        }
        for (const marked of this.querySelectorAll(`[data-of="${id}"], [data-card="${id}"]`)) {
            marked.classList.add("chosen");
        }
    }

    #show(id, inText) {
        this.#choose(id);
        const number = this.querySelector(inText ? `#${id}` : `#card-${id} > .number`);
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        history.replaceState(null, "", `${location.pathname}${location.search}#${id}`);
        number.focus({ preventScroll: true });
        number.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
    }

    #onClick(event) {
        const number = event.target.closest("a.number");
        if (number) {
            event.preventDefault();
            const card = number.closest("[data-card]");
            this.#show(card ? card.dataset.card : number.id, Boolean(card));
            return;
        }
        const marked = event.target.closest("[data-of]");
        if (marked && getSelection().isCollapsed) {
            this.#choose(marked.dataset.of);
            this.querySelector(`#card-${marked.dataset.of}`).scrollIntoView({ block: "nearest" });
        }
    }

    #onKey(event) {
        const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
        const isOn = this.querySelector("[data-shortcuts]").checked;
        if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !isOn || this.querySelector("dialog").open || this !== document.querySelector("inquit-reading")) {
            return;
        }
        const ids = this.#ids;
        const at = ids.indexOf(this.#chosen);
        if (event.key === "j" && at + 1 < ids.length) {
            this.#show(ids[at + 1], true);
        } else if (event.key === "k" && at !== 0 && ids.length > 0) {
            this.#show(ids[at < 0 ? ids.length - 1 : at - 1], true);
        } else if (event.key === "/") {
            document.querySelector("#find").focus();
        } else if (event.key === "?") {
            this.#help();
        } else {
            return;
        }
        event.preventDefault();
    }

    #help() {
        this.querySelector("dialog").showModal();
    }
}

customElements.define("inquit-reading", Reading);

// Files that are dropped on the form for reading.
for (const form of document.querySelectorAll("form.give")) {
    const files = form.querySelector("[type=file]");
    form.addEventListener("dragover", event => {
        event.preventDefault();
        form.classList.add("over");
    });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", event => {
        form.classList.remove("over");
        if (event.dataTransfer.files.length > 0) {
            event.preventDefault();
            files.files = event.dataTransfer.files;
        }
    });
}
