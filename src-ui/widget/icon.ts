const SVG = "http://www.w3.org/2000/svg";

/** Made by hand, since a page may forbid to turn text into elements. */
export function icon(outline: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 24 24",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  })) {
    svg.setAttribute(name, value);
  }
  path.setAttribute("d", outline);
  svg.append(path);
  return svg;
}
