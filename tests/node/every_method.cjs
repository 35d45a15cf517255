// Calls methods of the unchanged `zoomus` package, one after the other.
//
// stdin:  {"port": 8000, "key": "...", "secret": "...", "calls": [["user.get", {"id": "u"}], ...]}
//         A text "$0.id" in a call stands for what the first answer has there.
// stdout: {"methods": ["account.create", ...], "answers": [{...}, ...]}

const http = require("node:http");
const { text } = require("node:stream/consumers");
const zoomus = require("zoomus");

// The package writes its request when a socket connects; a socket that is kept alive never does again.
http.globalAgent = new http.Agent({ keepAlive: false });

const isMethod = (resource, name) => typeof resource[name] === "function";

function methodsOf(client) {
  return Object.keys(zoomus.endpoints).flatMap((name) => {
    const own = Object.keys(zoomus.endpoints[name].prototype);
    // `path` is where a resource is, made a function by the package.
    const methods = own.filter((each) => each !== "path" && isMethod(client[name], each));
    return methods.map((each) => `${name}.${each}`);
  });
}

function answerTo(client, [method, given]) {
  const [resource, name] = method.split(".");
  return new Promise((resolve) => client[resource][name](given, resolve));
}

function meant(value, answers) {
  if (typeof value === "string" && /^\$\d+\./.test(value)) {
    return value.slice(1).split(".").reduce((found, key) => found[key], answers);
  }
  if (value === null || typeof value !== "object") return value;
  const parts = Object.entries(value).map(([key, each]) => [key, meant(each, answers)]);
  return Array.isArray(value) ? parts.map(([, each]) => each) : Object.fromEntries(parts);
}

async function main() {
  const { port, key, secret, calls } = JSON.parse(await text(process.stdin));
  const client = zoomus({ key, secret, protocol: "http", host: "127.0.0.1", port });
  const answers = [];
  for (const [method, given] of calls) {
    answers.push(await answerTo(client, [method, meant(given, answers)]));
  }
  console.log(JSON.stringify({ methods: methodsOf(client), answers }));
}

main();
