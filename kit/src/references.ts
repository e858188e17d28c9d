/** An entity that another subgraph owns, as this one knows it: by its key alone. */
export interface EntityReference {
  readonly id: string;
}
