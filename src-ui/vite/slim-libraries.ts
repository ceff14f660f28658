import type { Plugin } from "vite";

/** Modules of libraries that are loaded although nothing here calls them, each with a stand-in. */
const UNUSED: [RegExp, string][] = [
  [
    // assistant-ui runs tools in the browser only on request (`unstable_enableToolInvocations`), but
    // always loads what that needs, a streaming JSON parser included. Our tools run on the server.
    /@assistant-ui\/core\/dist\/runtimes\/tool-invocations\/ToolInvocationTracker\.js$/,
    `export class ToolInvocationTracker {
       constructor() { throw new Error("Tools that run in the browser are not part of this build"); }
     }`,
  ],
  [
    // The generated client has an event stream reader of its own; ours goes through axios.
    /src\/api\/generated\/core\/serverSentEvents\.gen\.ts$/,
    `export const createSseClient = () => {
       throw new Error("Event streams are read by readEventStream");
     };`,
  ],
];

/**
 * Keeps parts of libraries that this app never calls out of the build. Besides the modules above,
 * assistant-ui exports its primitives as objects, which a bundler must keep whole; importing the
 * same modules as namespaces lets it drop the members that are not used.
 */
export function slimLibraries(): Plugin {
  return {
    name: "slim-libraries",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /@assistant-ui\/react\/dist\/index\.js$/ },
      handler: (code) => code.replace(/import \{ (\w+_exports) \} from/g, "import * as $1 from"),
    },
    load: {
      filter: { id: UNUSED.map(([module]) => module) },
      handler: (id) => UNUSED.find(([module]) => module.test(id))?.[1],
    },
  };
}
