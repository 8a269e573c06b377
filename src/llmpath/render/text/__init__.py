"""How each view looks as text: one module a screen."""
