/** Words: Markdown, cleaned of everything that runs. */
import { renderTextPanelMarkdown } from '@grafana/data';
import { el } from '../page/dom';
import type { Draw } from './panel';

export const drawText: Draw = (context) => {
  const box = el('div', { class: 'prose' });
  box.innerHTML = renderTextPanelMarkdown(context.replace(context.panel.options.content));
  context.element.append(box);
};
