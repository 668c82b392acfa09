// <late-part src="ADDRESS">what is shown meanwhile</late-part>: a part of the page that this server sends later.
customElements.define("late-part", class extends HTMLElement {
    async connectedCallback() {
        const answer = await fetch(this.getAttribute("src")).catch(() => null);
        if (answer?.ok) {
            this.innerHTML = await answer.text();
        }
    }
});
