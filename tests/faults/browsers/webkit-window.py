# A window of WebKitGTK whose data lies in a given folder: the engine's own driver forgets everything when it ends, so
# nothing could be killed and opened again. Reads one JSON command a line, answers one line each.
import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, GLib, Gtk, WebKit2  # noqa: E402

folder, preload = sys.argv[1:3]
manager = WebKit2.WebsiteDataManager(
    base_data_directory=f"{folder}/data", base_cache_directory=f"{folder}/cache"
)
context = WebKit2.WebContext.new_with_website_data_manager(manager)
context.set_preferred_languages(["fi-FI", "fi"])
content = WebKit2.UserContentManager()
content.add_script(
    WebKit2.UserScript(
        preload,
        WebKit2.UserContentInjectedFrames.TOP_FRAME,
        WebKit2.UserScriptInjectionTime.START,
        None,
        None,
    )
)
view = WebKit2.WebView(web_context=context, user_content_manager=content)
view.get_settings().set_enable_developer_extras(True)
view.get_settings().set_enable_write_console_messages_to_stdout(False)
window = Gtk.Window(default_width=1180, default_height=820)
window.add(view)
window.show_all()


def tell(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def ran(view, result, number):
    try:
        value = view.call_async_javascript_function_finish(result)
        tell({"id": number, "value": json.loads(value.to_json(0) or "null")})
    except GLib.Error as error:
        tell({"id": number, "error": error.message})


loading = []


def loaded(view, event):
    if event == WebKit2.LoadEvent.FINISHED and loading:
        tell({"id": loading.pop(), "value": None})


def failed(view, event, uri, error):
    if loading:
        tell({"id": loading.pop(), "error": error.message})
    return False


view.connect("load-changed", loaded)
view.connect("load-failed", failed)
view.connect("web-process-terminated", lambda *_: tell({"id": 0, "error": "the page's process ended"}))


def take(source, result):
    line, _ = source.read_line_finish_utf8(result)
    if line is None:
        Gtk.main_quit()
        return
    command = json.loads(line)
    number = command["id"]
    if "url" in command:
        before = view.get_uri() or ""
        if before.split("#")[0] == command["url"].split("#")[0]:
            # Nothing is loaded where only the part behind the # changes.
            view.load_uri(command["url"])
            tell({"id": number, "value": None})
        else:
            loading.append(number)
            view.load_uri(command["url"])
    elif "run" in command:
        view.call_async_javascript_function(command["run"], -1, None, None, None, None, ran, number)
    listen()


source = Gio.DataInputStream.new(Gio.UnixInputStream.new(0, False))


def listen():
    source.read_line_async(GLib.PRIORITY_DEFAULT, None, take)


listen()
tell({"id": 0, "value": "ready"})
Gtk.main()
