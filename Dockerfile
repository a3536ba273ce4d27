# botctl in a container: small, not root, and it tells whether it is well.
#   docker build -t botctl .
#   docker run --rm -p 9001:9001 --env-file .env botctl
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The sources come before `npm ci` because its `prepare` step compiles them.
COPY . .
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=9001 XDG_DATA_HOME=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /app/package.json /app/oclif.manifest.json ./
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
COPY --from=build /app/migrations ./migrations
COPY --from=build /app/assets ./assets
COPY --from=build /app/node_modules ./node_modules
RUN ln -s /app/bin/run.js /usr/local/bin/botctl
USER node
VOLUME /data
EXPOSE 9001
# Alive, not ready: a database that is away must not make the orchestrator kill a daemon that will recover by itself.
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||9001)+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# `docker stop` sends SIGTERM and waits: the daemon drains within ten seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/bin/run.js"]
CMD ["serve"]
