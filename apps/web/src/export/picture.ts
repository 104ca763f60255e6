// A picture of the page as a file that needs nothing else. What style sheets say of it is written into
// each element, for a file has no style sheet of ours.

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'display',
  'visibility',
];
// For the screen and its reader, not for a picture.
const LEFT_OUT = '[data-screen-only]';
const SVG = 'http://www.w3.org/2000/svg';

function writeStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  to.removeAttribute('tabindex');
  [...from.children].forEach((child, i) => writeStyles(child, to.children[i]!));
}

function background(width: number, height: number, color: string): SVGElement {
  const paper = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({width, height, fill: color})) paper.setAttribute(name, String(value));
  return paper;
}

// Paints what a transparent ancestor leaves to the next one.
function paperColor(element: Element | null): string {
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (color !== 'rgba(0, 0, 0, 0)' && color !== 'transparent') return color;
  }
  return '#fff';
}

export function toSvg(svg: SVGSVGElement): {text: string; width: number; height: number} {
  const {width, height} = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  writeStyles(svg, copy);
  copy.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.prepend(background(width, height, paperColor(svg)));
  return {text: new XMLSerializer().serializeToString(copy), width, height};
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The picture could not be drawn.'));
    image.src = address;
  });
}

// Twice as fine as on the page, so that it can be printed.
export async function toPng(svg: SVGSVGElement): Promise<Blob> {
  const {text, width, height} = toSvg(svg);
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png'),
  );
}
