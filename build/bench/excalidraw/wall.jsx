// A wall of notes in Excalidraw: a rectangle and its words for each, as its own sticky notes are made.
import "@excalidraw/excalidraw/index.css";
import { Excalidraw, convertToExcalidrawElements } from "@excalidraw/excalidraw";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

function note({ id, x, y, width, height, text, colour }) {
  return {
    type: "rectangle", id, x, y, width, height, backgroundColor: colour, fillStyle: "solid", roughness: 0,
    label: { text, fontSize: 16 },
  };
}

window.hang = (notes) =>
  new Promise((done) => {
    const elements = convertToExcalidrawElements(notes.map(note), { regenerateIds: false });
    const excalidrawAPI = (api) => {
      window.api = api;
      setTimeout(done, 1000);
    };
    const initialData = { elements, appState: { viewBackgroundColor: "#f7f3ea" } };
    createRoot(document.getElementById("wall")).render(createElement(Excalidraw, { excalidrawAPI, initialData }));
  });

// Look at a point of the board from so far away.
window.look = (x, y, zoom) =>
  window.api.updateScene({
    appState: { zoom: { value: zoom }, scrollX: innerWidth / 2 / zoom - x, scrollY: innerHeight / 2 / zoom - y },
  });

window.choose = (ids) =>
  window.api.updateScene({ appState: { selectedElementIds: Object.fromEntries(ids.map((id) => [id, true])) } });

// Two frames later everything a gesture led to is painted.
window.painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
