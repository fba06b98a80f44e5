/** What a field means: units, decimals, thresholds, mappings, overrides and links, by Grafana's own library. */
import {
  applyFieldOverrides,
  FieldConfigOptionsRegistry,
  identityOverrideProcessor,
  displayNameOverrideProcessor,
  locationUtil,
  type DataFrame,
  type FieldConfigPropertyItem,
  type InterpolateFunction,
} from '@grafana/data';
import { theme } from './colors';
import type { Panel } from './model';

// Outside Grafana no property of a field is registered, and what is not registered is left out in silence.
const STANDARD = [
  'unit', 'min', 'max', 'decimals', 'displayName', 'color', 'noValue', 'thresholds', 'mappings', 'links', 'fieldMinMax',
];

locationUtil.initialize({
  config: { appSubUrl: '' } as never,
  getTimeRangeForUrl: () => ({ from: '', to: '' }) as never,
  getVariablesUrlParams: () => ({}),
});

function property(id: string): FieldConfigPropertyItem {
  const custom = id.startsWith('custom.');
  return {
    id,
    path: custom ? id.slice('custom.'.length) : id,
    name: id,
    isCustom: custom,
    // Grafana edits these; the preview does not.
    editor: () => null,
    override: () => null,
    process: id === 'displayName' ? displayNameOverrideProcessor : identityOverrideProcessor,
    settings: id === 'displayName' ? { expandTemplateVars: true } : {},
    shouldApply: () => true,
  };
}

function registry(panel: Panel): FieldConfigOptionsRegistry {
  const ids = new Set(STANDARD);
  Object.keys(panel.fieldConfig.defaults.custom ?? {}).forEach((key) => ids.add(`custom.${key}`));
  panel.fieldConfig.overrides.forEach((rule) => rule.properties.forEach((one) => ids.add(one.id)));
  return new FieldConfigOptionsRegistry(() => [...ids].map(property));
}

export function withMeaning(
  frames: DataFrame[],
  panel: Panel,
  zone: string,
  replaceVariables: InterpolateFunction,
): DataFrame[] {
  return applyFieldOverrides({
    data: frames,
    fieldConfig: panel.fieldConfig,
    fieldConfigRegistry: registry(panel),
    replaceVariables,
    theme,
    timeZone: zone,
  });
}
