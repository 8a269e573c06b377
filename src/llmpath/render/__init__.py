"""Views to text or JSON. Nothing here decides anything."""
