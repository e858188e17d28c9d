# One image for the gateway and all subgraphs: the command says which of them a container is.

# Only the manifests, so that a change in the sources does not install everything again.
FROM node:24-slim AS manifests
WORKDIR /app
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete

FROM node:24-slim AS dependencies
WORKDIR /app
COPY --from=manifests /app .
# Optional packages are PostgreSQL's programs, which a container gets from its own image.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app .
COPY kit kit
COPY schema schema
COPY gateway gateway
COPY subgraphs subgraphs
USER node
# 4001 is the gateway's own; other containers name theirs in READY_URL.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(process.env.READY_URL ?? 'http://127.0.0.1:4001/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The flags of `npm run gateway`; docs/operations.md says what they are for.
CMD ["node", "--max-semi-space-size=24", "--v8-pool-size=1", "--no-allocation-site-pretenuring", "--no-parallel-scavenge", "gateway/src/main.ts"]
