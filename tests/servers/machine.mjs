// The servers that docs/serving.md has lines for, as far as they are on this machine: each with a site
// in a folder of its own, and with the lines put into the shortest configuration that takes them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";

const AGAIN_MS = 20;

/** A port that nobody listens on. */
const freePort = async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address();
    server.close();
    await once(server, "close");
    return port;
};

/** Whether somebody listens there; asked again after a while of nobody. */
const listens = async (port) => {
    const socket = connect(port, "127.0.0.1");
    try {
        await once(socket, "connect");
        return true;
    } catch {
        await setTimeout(AGAIN_MS);
        return false;
    } finally {
        socket.destroy();
    }
};

const found = (name) =>
    [...process.env.PATH.split(delimiter), "/usr/sbin"]
        .map((folder) => join(folder, name))
        .find((path) => existsSync(path));

const NGINX_BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE_MODULES = "/usr/lib/apache2/modules";

/** `configure` gives its configuration, `run` how it is started. */
const SERVERS = {
    nginx: {
        program: found("nginx"),
        brotli: existsSync(NGINX_BROTLI),
        configure: ({ folder, site, port, lines, brotli }) => `
            daemon off;
            pid ${folder}/pid;
            error_log stderr notice;
            ${brotli ? `load_module ${NGINX_BROTLI};` : ""}
            events {}
            http {
                include /etc/nginx/mime.types;
                access_log off;
                ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) => `${what}_temp_path ${folder}/${what};`).join(" ")}
                server {
                    listen 127.0.0.1:${port};
                    root ${site};
                    # Many a site has such a line, and it stands first.
                    location ~* \\.(js|css|json|wasm)$ { root ${site}; }
                    ${brotli ? lines : lines.replaceAll("brotli_static on; ", "")}
                }
            }`,
        run: (file) => ["-e", "stderr", "-c", file],
    },
    apache: {
        program: existsSync(`${APACHE_MODULES}/mod_mpm_event.so`) && found("apache2"),
        brotli: true,
        configure: ({ folder, site, port, lines }) => `
ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
${["mpm_event", "authz_core", "mime", "headers", "rewrite"].map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join("\n")}
TypesConfig /etc/mime.types
DocumentRoot ${site}
<Directory ${site}>
Require all granted
</Directory>
${lines.replaceAll("/var/www/html", site)}
`,
        run: (file) => ["-f", file, "-DFOREGROUND"],
    },
    caddy: {
        program: found("caddy"),
        brotli: true,
        configure: ({ site, port, lines }) => `
{
    admin off
    auto_https off
}
http://127.0.0.1:${port} {
    root * ${site}
    ${lines}
    file_server
}
`,
        run: (file) => ["run", "--adapter", "caddyfile", "--config", file],
    },
};

/** Their names. */
export const NAMES = Object.keys(SERVERS);

/** Whether it is on this machine. */
export const isHere = (name) => !!SERVERS[name].program;

/**
 * Starts one with the lines; `site` is served at `/`. Gives its address, whether it can send `.br`, and
 * how to stop it.
 */
export const startServer = async (name, { folder, site, lines }) => {
    const { program, brotli, configure, run } = SERVERS[name];
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const file = join(folder, "configuration");
    writeFileSync(file, configure({ folder, site, port, lines, brotli }));
    const server = spawn(program, run(file), {
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    });
    let said = "";
    server.stderr.setEncoding("utf8").on("data", (text) => (said += text));
    while (!(await listens(port))) {
        if (server.exitCode !== null) throw new Error(`${name} does not take the lines:\n${said}`);
    }
    return {
        origin: `http://127.0.0.1:${port}`,
        brotli,
        async stop() {
            server.kill();
            await once(server, "exit");
        },
    };
};
