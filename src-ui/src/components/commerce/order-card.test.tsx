import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { decodeOrder } from "@/lib/domain/order";
import { http } from "@/lib/http";
import { ORDER_JSON } from "@/testing/fixtures";
import { renderApp } from "@/testing/render-app";
import { OrderCard } from "./order-card";

// The card asks for the products' pictures; here there are none.
http.defaults.adapter = () => Promise.reject(new Error("offline"));

describe("OrderCard", () => {
  it("tells state, tracking, expected day, lines and total", async () => {
    await renderApp(<OrderCard order={decodeOrder(ORDER_JSON)} />);
    const card = within(screen.getByRole("article", { name: "Order #A1001" }));
    expect(card.getByText("Processed")).toBeVisible();
    expect(card.getByText("Seapost")).toBeVisible();
    expect(card.getByText("TRK123")).toBeVisible();
    expect(card.getByText(/Expected/)).toBeVisible();
    expect(card.getByText("Left the hub")).toBeVisible();
    expect(card.getByText("Desk lamp")).toBeVisible();
    expect(card.getByText("€188.10")).toBeVisible();
    expect(card.getByRole("link", { name: "View order" })).toHaveAttribute(
      "href",
      "/orders/%23A1001",
    );
  });

  it("marks how far the parcel is", async () => {
    await renderApp(<OrderCard order={decodeOrder(ORDER_JSON)} />);
    const steps = within(screen.getByRole("list", { name: "Delivery progress" }));
    const current = steps
      .getAllByRole("listitem")
      .find((step) => step.getAttribute("aria-current") === "step");
    expect(current).toHaveTextContent("In transit");
  });

  it("says it in words when a parcel is late", async () => {
    const [shipment] = ORDER_JSON.shipments;
    const late = { ...ORDER_JSON, shipments: [{ ...shipment, status: "delayed" }] };
    await renderApp(<OrderCard order={decodeOrder(late)} />);
    expect(screen.getByText("Delayed")).toBeVisible();
    expect(screen.queryByRole("list", { name: "Delivery progress" })).toBeNull();
  });

  it("shows an order of which hardly anything is known", async () => {
    await renderApp(<OrderCard order={decodeOrder({ id: "#1", status: "on_the_moon" })} />);
    expect(screen.getByText("In progress")).toBeVisible();
  });
});
