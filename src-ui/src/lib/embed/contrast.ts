/**
 * Whether white or black letters are read better on a colour, by the relative luminance of WCAG 2.2.
 *
 * @param color `#rrggbb`
 */
export function lettersOn(color: string): "#fff" | "#000" {
  // With this luminance both have the same contrast: (1 + 0.05) / (l + 0.05) = (l + 0.05) / 0.05.
  return luminance(color) > Math.sqrt(1.05 * 0.05) - 0.05 ? "#000" : "#fff";
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
